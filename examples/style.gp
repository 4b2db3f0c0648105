# The look of the lessons' pictures. Each is drawn by gnuplot from the data of its program:
#     gnuplot style.gp NAME/NAME.gp
# in the folder of the data; the picture, NAME.svg, is written there too.

set datafile separator '\t'
set terminal svg size 900,420 font 'sans-serif,13' background 'white' linewidth 1.5
set encoding utf8

# Colours that stay apart in print and for the colour-blind (M. Okabe, K. Ito 2008).
array colour[8] = [ '#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9', '#8c6d31', '#444444' ]
do for [i=1:8] { set linetype i linecolor rgb colour[i] linewidth 1.5 }
set linetype cycle 8

set border 3 linecolor rgb '#909090'
set tics nomirror textcolor rgb '#404040'
set grid linecolor rgb '#e4e4e4' linetype 1 linewidth 0.5
set key noenhanced
