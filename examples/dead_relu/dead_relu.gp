set output 'dead_relu.svg'
set xlabel 'learning rate'
set ylabel 'dead units, %'
set logscale x
set xrange [0.1:51.2]
set yrange [-5:105]
set key top left reverse Left samplen 2
# Where weights have overflowed there is no figure, and the line ends.
plot for [k=2:7] 'dead_relu.tsv' using 1:(100*column(k)) with linespoints linetype k-1 \
  pointtype 7 pointsize 0.6 dashtype k == 2 || k == 7 ? 1 : k title columnheader(k)
