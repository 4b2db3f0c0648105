set output 'shootout.svg'
figures = 'shootout.tsv'
curves = 'shootout_losses.tsv'
stats figures using 2 nooutput
n = STATS_records
# The colours begin anew after eight: then with hollow marks and dashed lines.
mark(i) = i < 8 ? 7 : 6
set terminal svg size 900,180 + 24*n
set multiplot
set tmargin at screen 1 - 40.0/(180 + 24*n)
set bmargin at screen 64.0/(180 + 24*n)

set lmargin at screen 0.13
set rmargin at screen 0.36
set title 'accuracy, %'
set yrange [n-0.5:-0.5]
set border 1
set ytics scale 0
set tics noenhanced
set offsets graph 0.05, graph 0.05, 0, 0
set xrange [*:*]
set xtics 5
set mxtics 5
unset key
plot figures using 2:0:(mark($0)):($0+1):ytic(1) \
  with points pointtype variable linecolor variable

set lmargin at screen 0.40
set rmargin at screen 0.58
set title 'time in the activation, %'
set mxtics 1
set format y ''
set xrange [0:*]
set xtics 2
plot figures using 3:0:(mark($0)):($0+1) with points pointtype variable linecolor variable

set lmargin at screen 0.65
set rmargin at screen 0.98
set offsets
set border 3
set title 'loss while learning'
set ytics scale 1 autofreq
set format y '%g'
set xlabel 'pictures'
set xtics autofreq
set format x '%.0s%c'
set yrange [*:*]
set logscale y
set xrange [0:*]
plot for [k=2:n+1] curves using 1:k with lines linetype k-1 dashtype 1+(k-2)/8
unset multiplot
