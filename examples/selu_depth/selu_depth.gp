set output 'selu_depth.svg'
set xlabel 'layer'
set ylabel 'smallest to largest standard deviation of a sample'
set logscale y
set yrange [1e-8:10]
set format y '10^{%T}'
set key outside right center
set style fill transparent solid 0.3 noborder
set grid noxtics
array names[6] = [ 'selu', 'sigmoid', 'tanh', 'relu', 'leaky_relu', 'elu' ]
plot for [k=1:6] 'selu_depth.tsv' using 1:2*k:2*k+1 skip 1 with filledcurves linetype k notitle, \
  for [k=1:6] 'selu_depth.tsv' using 1:(sqrt(column(2*k)*column(2*k+1))) skip 1 \
    with lines linetype k dashtype k == 5 ? 2 : 1 title names[k]
