using Bunit;
using Schematic.Dashboard.Shared.Ui.Grid;
using Schematic.Dashboard.Tests.Rendering;

namespace Schematic.Dashboard.Tests.Shared.Ui.Grid;

public sealed class SearchBoxTests : ConsoleContext
{
    private readonly List<string> _reported = [];

    [Fact]
    public void What_is_typed_is_reported_once_when_the_typing_pauses()
    {
        var box = Show();

        Type(box, "a");
        Clock.Advance(TimeSpan.FromMilliseconds(200));
        Type(box, "ac");
        Clock.Advance(TimeSpan.FromMilliseconds(200));
        Assert.Empty(_reported);
        Clock.Advance(TimeSpan.FromMilliseconds(50));

        box.WaitForAssertion(() => Assert.Equal(["ac"], _reported));
    }

    [Fact]
    public void Enter_reports_at_once_and_only_once()
    {
        var box = Show();
        Type(box, " acme ");

        box.Find("input").Change(" acme ");
        Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(["acme"], _reported);
    }

    [Fact]
    public void Blanks_alone_report_nothing()
    {
        var box = Show();

        box.Find("input").Change("   ");

        Assert.Empty(_reported);
    }

    [Fact]
    public void An_answer_that_comes_late_does_not_undo_what_was_typed_since()
    {
        var box = Show();
        box.Find("input").Change("ac");
        Type(box, "acme");

        box.Render(static parameters => parameters.Add(static box => box.Value, "ac"));

        Assert.Equal("acme", box.Find("input").GetAttribute("value"));
    }

    [Fact]
    public void Another_address_changes_what_is_typed()
    {
        var box = Show("acme");

        box.Render(static parameters => parameters.Add(static box => box.Value, ""));

        Assert.Equal("", box.Find("input").GetAttribute("value") ?? "");
    }

    [Fact]
    public void What_was_typed_last_is_not_reported_after_the_list_is_left()
    {
        var box = Show();
        Type(box, "acme");

        box.Instance.Dispose();
        Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Empty(_reported);
    }

    [Fact]
    public void Its_hint_is_its_name()
    {
        var input = Show().Find("input");

        Assert.Equal("Search names", input.GetAttribute("placeholder"));
        Assert.Equal("Search names", input.GetAttribute("aria-label"));
        Assert.Equal("512", input.GetAttribute("maxlength"));
    }

    private IRenderedComponent<SearchBox> Show(string value = "") =>
        Render<SearchBox>(parameters =>
            parameters
                .Add(static box => box.Value, value)
                .Add(static box => box.Placeholder, "Search names")
                .Add(static box => box.ValueChanged, _reported.Add)
        );

    private static void Type(IRenderedComponent<SearchBox> box, string text) => _ = box.Find("input").InputAsync(text);
}
