using Bunit;
using Microsoft.AspNetCore.Components;
using Schematic.Dashboard.Shared.Ui.Forms;

namespace Schematic.Dashboard.Tests.Shared.Ui.Forms;

public sealed class ComboboxTests : PageContext
{
    private static readonly ComboboxOption Exact = new("flag_1", "Export", "export", "key");
    private static readonly ComboboxOption Other = new("flag_2", "Export to CSV", "export.csv");

    private readonly List<string> _searched = [];
    private readonly List<ComboboxOption?> _chosen = [];

    [Fact]
    public void The_first_choices_are_there_as_soon_as_it_is_entered()
    {
        var part = Open();
        part.Find("input").Focus();

        part.WaitForAssertion(() =>
            Assert.Equal(["Export key export", "Export to CSV export.csv"], part.FindAll("[role=option]").Select(Words))
        );
        Assert.Equal([""], _searched);
    }

    [Fact]
    public void What_is_typed_is_searched_once_it_pauses()
    {
        var part = Open();
        part.Find("input").Input("ex");
        part.Find("input").Input(" exp ");
        Clock.Advance(TimeSpan.FromMilliseconds(120));

        part.WaitForAssertion(() => Assert.Equal("exp", part.Find("[role=listbox]").GetAttribute("data-answered")));
        Assert.Equal(["exp"], _searched);
    }

    [Fact]
    public void A_choice_is_reported_and_stands_in_the_field()
    {
        var part = Open();
        part.Find("input").Focus();
        part.WaitForElements("[role=option]", 2)[1].Click();

        Assert.Equal([Other], _chosen);
        Assert.Equal("Export to CSV", part.Find("input").GetAttribute("value"));
    }

    [Fact]
    public void Whoever_comes_back_to_it_sees_all_choices_again()
    {
        var part = Open("Export");
        part.Find("input").Focus();

        part.WaitForAssertion(() => Assert.Equal([""], _searched));
    }

    [Fact]
    public void Emptying_it_chooses_nothing()
    {
        var part = Open("Export");
        part.Find(".combobox-clear").Click();

        Assert.Equal([null], _chosen);
        Assert.Equal("", part.Find("input").GetAttribute("value"));
    }

    [Fact]
    public void Nothing_found_is_said()
    {
        var part = Open(search: static _ => []);
        part.Find("input").Focus();

        part.WaitForAssertion(() => Assert.Equal("Nothing matches.", part.Find("[role=status]").TextContent));
    }

    private IRenderedComponent<Combobox> Open(
        string text = "",
        Func<string, IReadOnlyList<ComboboxOption>>? search = null
    ) =>
        Render<Combobox>(part =>
            part.Add(static part => part.Id, "flag")
                .Add(static part => part.Label, "Flag")
                .Add(static part => part.Text, text)
                .Add(
                    static part => part.Search,
                    (asked, _) =>
                    {
                        _searched.Add(asked);
                        return Task.FromResult(search?.Invoke(asked) ?? [Exact, Other]);
                    }
                )
                .Add(static part => part.Chosen, EventCallback.Factory.Create<ComboboxOption?>(this, _chosen.Add))
        );
}
