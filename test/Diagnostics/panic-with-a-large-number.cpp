// RUN: not %deferc++ -c %s -o /dev/null 2>&1 | FileCheck %s
//
// Intent: numbers that no report could print are refused where they are panicked with, and
// types that no panic keeps where they are asked for, with the way out.

#include <defer.h>

void wide(__float128 V) { panic(V); }
// CHECK: error: static assertion failed{{.*}}`__int128` or to a text
// CHECK: large-number.cpp:[[@LINE-2]]:27: note: in instantiation
void bits(_BitInt(65) V) { panic(V); }
// CHECK: error: static assertion failed{{.*}}`__int128` or to a text
// CHECK: large-number.cpp:[[@LINE-2]]:28: note: in instantiation
void half(const defer_recovered &R) { R.get_if<_Float16>(); }
// CHECK: error: static assertion failed{{.*}}a `float`
// CHECK: large-number.cpp:[[@LINE-2]]:41: note: in instantiation
// CHECK: 3 errors generated
