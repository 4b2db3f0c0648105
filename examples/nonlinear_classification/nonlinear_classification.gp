# Thousands of coloured squares and points are smaller as PNG.
set terminal pngcairo size 900,660 font 'sans-serif,11' background 'white'
set output 'nonlinear_classification.png'
set multiplot layout 2,3
set size ratio -1
set xrange [-1.2:1.2]
set yrange [-1.2:1.2]
set cbrange [0:1]
# The boundary is where the colour changes, at the probability 1/2.
set palette defined (0 '#f2a365', 0.499 '#fbe5d6', 0.501 '#deebf7', 1 '#7fb2e5')
unset colorbox
unset key
unset grid
unset tics
maps = 'nonlinear_classification.tsv'
points = 'nonlinear_classification_points.tsv'
array names[6] = [ 'none', 'relu', 'elu', 'tanh', 'sigmoid', 'softplus' ]
do for [k=1:6] {
  set title names[k]
  plot maps using 1:2:2+k skip 1 with image, \
    points using 1:2:($3 > 0.5 ? 1 : 2) skip 1 with points pointtype 7 pointsize 0.3 \
      linecolor variable
}
unset multiplot
