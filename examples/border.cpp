// A parser panics where it finds an error, many levels deep. At the parser's
// border the panic becomes an ordinary result. Panics that are not the parser's
// go on.
//
//   deferc++ -O2 examples/border.cpp -o border && ./border

#include <defer.h>

#include <cctype>
#include <cstdio>
#include <optional>
#include <string>

class Parser {
public:
  /// The value of an expression of digits, `+`, `*` and parentheses, or nothing
  /// and a message.
  static std::optional<int> parse(const char *Text, std::string &Message) {
    defer_result std::optional<int> Value;
    defer {
      auto R = recover();
      if (auto *E = R.get_if<SyntaxError>())
        Message = E->Text;
      else if (R)
        panic(R);
    };
    Parser P{Text, Text};
    int Sum = P.sum();
    P.expect('\0');
    return Sum;
  }

private:
  struct SyntaxError {
    std::string Text;
  };

  Parser(const char *Begin, const char *At) : Begin(Begin), At(At) {}

  int sum() {
    int Value = product();
    while (take('+'))
      Value += product();
    return Value;
  }
  int product() {
    int Value = atom();
    while (take('*'))
      Value *= atom();
    return Value;
  }
  int atom() {
    if (std::isdigit(static_cast<unsigned char>(*At)))
      return *At++ - '0';
    expect('(');
    int Value = sum();
    expect(')');
    return Value;
  }

  bool take(char C) {
    if (*At != C)
      return false;
    ++At;
    return true;
  }
  void expect(char C) {
    if (*At != C)
      panic(SyntaxError{"at " + std::to_string(At - Begin) + ": expected " +
                        (C ? std::string(1, C) : "the end")});
    At += C != 0;
  }

  const char *Begin, *At;
};

int main() {
  for (const char *Text : {"1+2*3", "(1+2)*3", "(1+2*3", "1+2)", "1+"}) {
    std::string Message;
    if (auto Value = Parser::parse(Text, Message))
      std::printf("%s = %d\n", Text, *Value);
    else
      std::printf("%s: %s\n", Text, Message.c_str());
  }
}
