using Schematic.Contracts.Plans;
using Schematic.Dashboard.Plans;
using Schematic.Testing;

namespace Schematic.Dashboard.Tests.Plans;

public sealed class PlanIconsTests
{
    [Fact]
    public void Every_color_can_be_chosen_once() =>
        Assert.Equal(
            Enum.GetValues<PlanIcon>().Where(static icon => icon != PlanIcon.Unknown).Order(),
            PlanIcons.All.Order()
        );

    [Fact]
    public void Every_color_has_its_rule_in_the_style_sheet()
    {
        var sheet = File.ReadAllText(Repository.PathTo("src/Schematic.Dashboard/wwwroot/plans.css"));

        Assert.All(
            PlanIcons.All,
            icon => Assert.Contains($".{PlanIcons.CssClass(icon).Split(' ')[1]} {{", sheet, StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData(PlanIcon.Red, "Red")]
    [InlineData(PlanIcon.LightBlue, "Light blue")]
    public void A_color_is_called_by_its_words(PlanIcon icon, string expected) =>
        Assert.Equal(expected, PlanIcons.Title(icon));
}
