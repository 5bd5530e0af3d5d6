// RUN: %deferc++ -std=c++20 %s -o %t && %t | diff - %S/Inputs/texts-of-objects.out
// RUN: %if libcxx %{ %deferc++ -stdlib=libc++ -std=c++17 %s -o %t && %t | diff - %S/Inputs/texts-of-objects.out %}
//
// Intent: the text of an object is that of its Error(), else its what(), else its
// String(), else what it converts to as a std::string_view, and of no other conversion,
// although <defer.h> includes neither <string> nor <string_view>.

#include <defer.h>
#include <cstdio>
#include <filesystem>
#include <string>
#include <string_view>
#include <stdexcept>
struct ToString { operator std::string() const { return "to string"; } };
struct ToView { operator std::string_view() const { return "to view"; } };
struct ToChars { operator const char *() const { return "to chars"; } };
struct CharsAndView { operator const char *() const { return "chars"; } operator std::string_view() const { return "and view"; } };
struct CharsAndString { operator const char *() const { return "chars"; } operator std::string() const { return "and string"; } };
struct Any { template <class U> operator U() const; };
template <class R> struct Says { R r; R Error() const { return r; } };
template <class R> struct Strs { R r; R String() const { return r; } };
struct VoidError { void Error() const {} const char *what() const { return "what of void"; } };
struct NumberError { int Error() const { return 1; } const char *String() const { return "string of number"; } };
struct NonConst { const char *Error() { return "non-const"; } };
struct RefError { std::string s = "ref"; const std::string &Error() const { return s; } };
struct Derived : std::string { using std::string::string; };
struct DerivedError : defer_runtime_error { DerivedError() : defer_runtime_error("derived") {} };
struct ViewExplicit { explicit operator std::string_view() const { return "explicit"; } };
union Un { int i; const char *Error() const { return "union"; } };
enum class E : unsigned char { a = 7 }; enum B : bool { no, yes };
struct Private { private: const char *Error() const { return "private"; } };
struct Throwing { const char *Error() const { throw std::runtime_error("thrown"); } };
struct Ambig1 : std::exception {}; struct Ambig2 : std::exception {}; struct Ambig : Ambig1, Ambig2 {};
template <class T> static void go(const char *n, T v) {
  defer {
    auto r = recover(); std::string t = r.text();
    if (auto p = t.find("0x"); p != t.npos) t.resize(p);
    auto e = r.exception();
    std::printf("%s: kind %d text '%s' exc %s same %d\n", n, r.kind(), t.c_str(), e ? e->what() : "-", r.get_if<T>() != nullptr);
  };
  panic(v);
}
#define GO(...) go(#__VA_ARGS__, __VA_ARGS__)
int main() {
  GO(ToString()); GO(ToView()); GO(ToChars()); GO(CharsAndView()); GO(CharsAndString());
  GO(Says<ToString>()); GO(Says<ToView>()); GO(Says<ToChars>()); GO(Says<CharsAndView>()); GO(Says<CharsAndString>());
  GO(Strs<ToString>()); GO(Strs<ToView>()); GO(Strs<ToChars>()); GO(Says<std::string>{"s"}); GO(Says<std::string_view>{"sv"}); GO(Says<const char*>{"c"});
  GO(VoidError()); GO(NumberError()); GO(NonConst()); GO(RefError()); GO(Derived("derived string")); GO(DerivedError());
  GO(ViewExplicit()); GO(Un{1}); GO(E::a); GO(yes); GO(Private()); GO(Throwing()); GO(Ambig());
  GO(std::filesystem::path("/p")); GO(std::string("str")); GO(std::string_view("sv")); GO(std::string("a\0b", 3)); GO(Says<std::string>{std::string("a\0b", 3)});
  GO('c'); GO((signed char)-1); GO((unsigned char)200); GO(L'w'); GO(u'u'); GO(true); GO(1.5L); GO((short)-3);
  GO((__int128)-5); GO(&std::puts); GO((void *)&main); GO((const int *)nullptr); GO(nullptr); GO("lit"); GO((char)200);
  GO(std::runtime_error("re")); GO(defer_runtime_error("x")); GO(defer_runtime_error(std::string("y"))); GO(defer_runtime_error(std::string("a\0b",3)));
  RefError re; GO(&re); Throwing th; GO(&th); ToView tv; GO(&tv); std::string s = "ptr"; GO(&s);
  GO(std::initializer_list<char>{'a','b'});
}
