// RUN: %deferc++ -std=c++20 -w -ferror-limit=0 -fsyntax-only -Xclang -verify %s
//
// Intent: what a parameter or a temporary is copied or moved from is not reached by the
// deferred call; what is bound to a reference, or held by a view, a wrapper of
// references, a lambda by reference or a guard that is a temporary, is.
// Message: CaptureWithDestructor

#include <defer.h>
#include <any>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <tuple>
#include <utility>
#include <vector>

struct Buffer {                // It owns what its pointer points to.
  Buffer(const Buffer &), Buffer(Buffer &&), ~Buffer();
  char *Data, *release();
  const char *get() const;
  void show() const, end() &&;
};
struct View { const std::string &Text; };
struct Slice { const char *Text; };
struct Pair { std::unique_ptr<int> P; std::string S; };
struct Task { Buffer B; Task(Buffer &&B); Task(const Buffer &B, int); };
struct Guard { std::string &S; Guard(std::string &S); ~Guard(); std::string text() const; };
struct Shape { virtual ~Shape(); };
struct Named : Shape { std::string Name; Named(std::string Name); };
struct Labelled : Shape { const std::string &Label; Labelled(const std::string &Label); };

void take(std::unique_ptr<int>), takeReference(std::unique_ptr<int> &&), takePointer(int *);
void takeText(std::string), look(const std::string &), lookAt(std::string_view);
void takeBuffer(Buffer), takeBufferReference(Buffer &&), takeView(View), takeTask(Task), takePair(Pair);
void takeTuple(std::tuple<std::string, Buffer>), takeAny(std::any), takeShape(std::unique_ptr<Shape>);
void takeSlice(Slice), takeSharedView(std::shared_ptr<View>);
Slice slice(const std::string &), sliceOf(std::string &&);
void takeViews(std::vector<std::string_view>), takeShared(std::shared_ptr<Buffer>);
void run(std::function<void()>), join(std::thread), num(long);
std::vector<std::string_view> words(const std::string &);
std::function<void()> callback(const std::string &);
const std::string &pick(const std::string &, const std::string &);

void fine(bool C, Buffer &Source) {
  if (C) {
    std::unique_ptr<int> P;
    std::string S, T;
    Buffer B = Source;
    Pair Both;
    std::optional<Buffer> Maybe;
    std::tuple<std::string, Buffer> Tuple = {S, B};
    std::vector<std::string> Texts;
    auto Owning = [S] { look(S); };
    View W{S};
    std::string Array[2];
    Slice Part{"static"};
    std::vector<Slice> Parts;

    defer take(std::move(P));
    defer take(std::forward<std::unique_ptr<int>>(P));
    defer take(static_cast<std::unique_ptr<int> &&>(P));
    defer take(std::exchange(P, nullptr));
    defer takePointer(P.release());
    defer delete P.release();
    defer takeReference(std::unique_ptr<int>(std::move(P)));
    defer [Q = std::move(P)]() mutable { take(std::move(Q)); }();
    defer [Array] { look(Array[1]); }();

    defer takeText(std::as_const(S));
    defer takeText(C ? std::move(S) : std::move(T));
    defer takeText((num(1), std::move(S)));
    defer takeText(pick(S, T));
    defer takeText(Texts[0]);
    defer takeText(W.Text);
    defer takeText(View{S}.Text);
    defer takeText(({ std::string Copy = std::move(S); Copy; }));
    defer takeText(std::get<0>(std::move(Tuple)));

    defer takeBuffer(std::move(B));
    defer takeBuffer(*std::move(Maybe));
    defer takeBuffer(Maybe.value());
    defer takeBufferReference(Buffer(std::move(B)));
    defer Buffer(std::move(B)).show();
    defer takePointer((int *)B.release());

    defer takeSlice(std::move(Part));
    defer takeSlice(Parts[0]);
    defer takePointer((int *)Parts[0].Text);
    defer takeSlice(*Parts.begin());

    defer takePair({std::move(P), S});
    defer takePair(std::move(Both));
    defer take(std::move(Both).P);
    defer takeTuple(std::make_tuple(std::move(S), std::move(B)));
    defer takeTuple({S, std::move(B)});
    defer takeTask(std::move(B));
    defer takeTask(Task(std::move(B)));
    defer takeAny(S);
    defer takeShape(std::make_unique<Named>(std::move(S)));
    defer takeShared(std::make_shared<Buffer>(std::move(B)));
    defer run(Owning);
    defer run(std::bind(takeText, std::move(S)));
    defer join(std::thread(look, S));
    defer num(reinterpret_cast<long>(&S) != 0);
  }
}

void reached(bool C, Buffer &Source) {
  if (C) {
    std::unique_ptr<int> P;   // expected-note {{'P' is declared here}}
    std::string S, T;         // expected-note 22 {{'S' is declared here}} expected-note {{'T' is declared here}}
    Buffer B = Source;        // expected-note 6 {{'B' is declared here}}
    std::optional<Buffer> Maybe; // expected-note {{'Maybe' is declared here}}
    auto Referring = [&] { look(S); };

    defer takeReference(std::move(P)); // expected-error {{deferred call uses 'P', whose destructor runs before it}}
    defer look(std::move(S));          // expected-error {{deferred call uses 'S'}}
    defer look(C ? std::move(S) : std::move(T)); // expected-error {{deferred call uses 'S'}} expected-error {{deferred call uses 'T'}}
    defer lookAt(S);                   // expected-error {{deferred call uses 'S'}}
    defer takeView({S});               // expected-error {{deferred call uses 'S'}}
    defer takeSharedView(std::make_shared<View>(S)); // expected-error {{deferred call uses 'S'}}
    defer takeSlice(slice(S));         // expected-error {{deferred call uses 'S'}}
    defer takePointer((int *)slice(S).Text); // expected-error {{deferred call uses 'S'}}
    defer takeSlice(std::move(slice(S))); // expected-error {{deferred call uses 'S'}}
    defer takeSlice(sliceOf(std::move(S))); // expected-error {{deferred call uses 'S'}}
    defer takeViews(words(S));         // expected-error {{deferred call uses 'S'}}
    defer [&R = S] { look(R); }();     // expected-error {{deferred call uses 'S'}}
    defer [R = std::string_view(S)] { lookAt(R); }(); // expected-error {{deferred call uses 'S'}}

    defer takeBufferReference(std::move(B)); // expected-error {{deferred call uses 'B'}}
    defer takeBufferReference(*std::move(Maybe)); // expected-error {{deferred call uses 'Maybe'}}
    defer std::move(B).end();          // expected-error {{deferred call uses 'B'}}
    defer B.show();                    // expected-error {{deferred call uses 'B'}}
    defer takePointer((int *)B.get()); // expected-error {{deferred call uses 'B'}}
    defer takeTask(Task(B, 1));        // expected-error {{deferred call uses 'B'}}
    defer takeShared(std::shared_ptr<Buffer>(&B, [](Buffer *) {})); // expected-error {{deferred call uses 'B'}}

    defer [](auto Tuple) { look(std::get<0>(Tuple)); }(std::tie(S)); // expected-error {{deferred call uses 'S'}}
    defer [](auto Tuple) { look(std::get<0>(Tuple)); }(std::make_tuple(std::ref(S))); // expected-error {{deferred call uses 'S'}}
    defer takeShape(std::make_unique<Labelled>(S)); // expected-error {{deferred call uses 'S'}}
    defer run(Referring);              // expected-error {{deferred call uses 'S'}}
    defer run([&] { look(S); });       // expected-error {{deferred call uses 'S'}}
    defer run(callback(S));            // expected-error {{deferred call uses 'S'}}
    defer run(std::bind(look, std::ref(S))); // expected-error {{deferred call uses 'S'}}
    defer join(std::thread(look, std::ref(S))); // expected-error {{deferred call uses 'S'}}
    defer join(std::thread([&] { look(S); })); // expected-error {{deferred call uses 'S'}}
    defer takeText(Guard(S).text());   // expected-error {{deferred call uses 'S'}}
  }
}
