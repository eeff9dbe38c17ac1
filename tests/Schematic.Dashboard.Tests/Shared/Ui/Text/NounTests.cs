using Schematic.Dashboard.Shared.Ui.Text;

namespace Schematic.Dashboard.Tests.Shared.Ui.Text;

public sealed class NounTests
{
    [Theory]
    [InlineData("company", "companies", "Companies")]
    [InlineData("API key", "API keys", "API keys")]
    public void The_title_of_a_list_is_the_plural(string one, string many, string title) =>
        Assert.Equal(title, new Noun(one, many).Title);
}
