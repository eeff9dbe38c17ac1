using Bunit;
using Schematic.Dashboard.Shared.Ui.Text;
using Schematic.Dashboard.Tests.Rendering;

namespace Schematic.Dashboard.Tests.Shared.Ui.Text;

public sealed class LongTextTests : ConsoleContext
{
    [Fact]
    public void A_long_value_opens_and_closes_again()
    {
        var value = new string('x', 4_096);
        var text = Render<LongText>(parameters => parameters.Add(static text => text.Value, value));
        Assert.Equal($"{new string('x', 160)}…", text.Find(".long-text").TextContent);
        Assert.Equal("Show all 4,096 characters", text.Find("button").TextContent);

        text.Find("button").Click();

        Assert.Equal(value, text.Find(".long-text").TextContent);
        Assert.Equal(
            ("Show less", "true"),
            (text.Find("button").TextContent, text.Find("button").GetAttribute("aria-expanded"))
        );
        text.Find("button").Click();
        Assert.EndsWith("…", text.Find(".long-text").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(160)]
    [InlineData(200)]
    public void A_value_little_longer_is_not_cut(int length)
    {
        var text = Render<LongText>(parameters =>
            parameters.Add(static text => text.Value, new string('x', length)).Add(static text => text.Mono, true)
        );

        Assert.Equal(length, text.Find(".long-text.mono").TextContent.Length);
        Assert.Empty(text.FindAll("button"));
    }

    [Fact]
    public void Nothing_is_said_to_be_empty() =>
        Assert.Equal(
            "empty",
            Render<LongText>(static parameters => parameters.Add(static text => text.Value, ""))
                .Find(".muted")
                .TextContent
        );
}
