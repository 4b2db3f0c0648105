name = 'step_sigmoid_tanh_relu'
set output name.'.svg'
set multiplot layout 1,2
set xlabel 'x'
set key top left reverse Left samplen 2

set title 'f(x)'
set yrange [-1.2:2.2]
plot for [k=1:4] name.'.tsv' using 1:2*k with lines title columnheader(2*k)

set title "f'(x)"
set yrange [-0.1:1.3]
plot for [k=1:4] name.'.tsv' using 1:2*k+1 with lines title columnheader(2*k+1)
unset multiplot
