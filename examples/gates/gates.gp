set xlabel 'step'
set xrange [0:750]

set output 'gates_outputs.svg'
set ylabel 'output, mean over the batch'
set key bottom right
plot 0.75 linetype 8 dashtype 2 title 'target', \
  for [k=2:3] 'gates.tsv' using 1:k with lines linetype k-1 title columnheader(k)

set output 'gates_losses.svg'
set ylabel 'L2 loss, mean over the batch'
set key top right
set logscale y
set format y '10^{%T}'
plot for [k=4:5] 'gates.tsv' using 1:k with lines linetype k-3 title columnheader(k)
