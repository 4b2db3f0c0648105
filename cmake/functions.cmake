# The activations by name, from act's list of them: act_functions.
set(list ${CMAKE_CURRENT_LIST_DIR}/../include/act/functions.hpp)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${list})
file(STRINGS ${list} act_functions REGEX "^#include <act/activations/")
list(TRANSFORM act_functions REPLACE "^#include <act/activations/(.*)\\.hpp>$" "\\1")
