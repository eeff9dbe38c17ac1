using Bunit;
using Schematic.Dashboard.Entitlements.Overrides;
using Schematic.Dashboard.Tests.Companies;

namespace Schematic.Dashboard.Tests.Entitlements.Overrides;

public sealed class OverrideFieldsTests : OverrideDialogTopic
{
    [Fact]
    public async Task The_fields_are_those_of_the_feature_that_is_chosen()
    {
        var dialogs = await OpenAsync(static service =>
            service.AddOverrideAsync(CompanySamples.Company(), null, ["feat_taken"])
        );

        Assert.Equal(
            ["Choose a feature", "API calls", "Single sign-on"],
            Input(dialogs, "Feature").QuerySelectorAll("option").Select(static option => option.TextContent)
        );
        Assert.DoesNotContain("Limit", dialogs.Markup, StringComparison.Ordinal);

        Input(dialogs, "Feature").Change("feat_sso");
        Assert.Equal(2, Input(dialogs, "Value").QuerySelectorAll("option").Length);

        Input(dialogs, "Feature").Change("feat_calls");
        Assert.NotNull(Input(dialogs, "Limit"));
        Input(dialogs, "Value").Change("Trait");
        Assert.Equal(
            ["Choose a trait", "contract.seats"],
            Input(dialogs, "Trait").QuerySelectorAll("option").Select(static option => option.TextContent)
        );
        Assert.NotNull(Input(dialogs, "Counted over"));
    }

    [Fact]
    public async Task An_end_is_chosen_with_one_click_and_taken_away_with_another()
    {
        var dialogs = await OpenAsync(static service => service.EditOverrideAsync(UsageSamples.Override(60), "Acme"));

        Button(dialogs, "30 days").Click();
        Assert.Equal(
            Clock.GetUtcNow().AddDays(30).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            Input(dialogs, "Ends").GetAttribute("value")
        );

        Button(dialogs, "Never").Click();
        Assert.Equal("", Input(dialogs, "Ends").GetAttribute("value") ?? "");
    }
}
