set output 'vanishing_gradient.svg'
data = 'vanishing_gradient.tsv'
stats data skip 1 nooutput
last = STATS_columns
set terminal svg size 900,420 + 5*last
set multiplot layout 1,2
set xlabel 'layer, the last one first'
set xrange [30:1]
set logscale y
set yrange [1e-20:100]
set format y '10^{%T}'

set title 'weights from N(0, 1 / units)'
set ylabel 'norm of the gradient'
set key bottom left reverse Left samplen 2 maxrows 10
plot for [k=2:last:2] data using 1:(column(k) > 0 ? column(k) : 1e-30) with lines linetype k/2 dashtype 1+k/18 \
  title columnheader(k)

set title 'weights from N(0, 2 / units)'
unset ylabel
unset key
plot for [k=3:last:2] data using 1:(column(k) > 0 ? column(k) : 1e-30) with lines linetype k/2 dashtype 1+k/18
unset multiplot
