using Schematic.Dashboard.Flags.Rules;

namespace Schematic.Dashboard.Tests.Flags.Rules;

public sealed class PastedListTests
{
    [Theory]
    [InlineData("comp_1\ncomp_2", "comp_1|comp_2")]
    [InlineData("comp_1, comp_2 ;comp_3\tcomp_4\r\ncomp_5", "comp_1|comp_2|comp_3|comp_4|comp_5")]
    [InlineData("\"acme.com\", 'beta.com'", "acme.com|beta.com")]
    [InlineData("Acme Inc, ACME INC, Acme Inc", "Acme Inc|ACME INC")]
    [InlineData(" , ;\n\"\"", "")]
    public void A_list_is_split_however_it_was_written(string text, string items) =>
        Assert.Equal(items, string.Join('|', PastedList.Split(text)));
}
