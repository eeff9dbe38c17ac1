using System.Net;
using Bunit;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Plans;
using Schematic.Dashboard.Entitlements.Overrides;
using Schematic.Dashboard.Shared.Ui.Forms;
using Schematic.Dashboard.Tests.Companies;
using Schematic.Dashboard.Tests.Entitlements.Changes;

namespace Schematic.Dashboard.Tests.Entitlements.Overrides;

public sealed class NewOverrideDialogTests : OverrideDialogTopic
{
    [Fact]
    public async Task What_was_entered_is_sent_and_the_answer_comes_back()
    {
        Api.OnData(Create, UsageSamples.Override(1_500));
        var dialogs = await AddAsync("feat_calls");
        Input(dialogs, "Limit").Change("1500");
        Button(dialogs, "14 days").Click();
        Input(dialogs, "Note").Change("Their migration");

        await dialogs.Find(".dialog-form").SubmitAsync();

        dialogs.WaitForAssertion(() => Assert.Equal(1_500, Result?.ValueNumeric));
        var sent = Assert.Single(Asked(Create)).Body!;
        Assert.Contains("\"value_numeric\":1500", sent, StringComparison.Ordinal);
        Assert.Contains("\"note\":\"Their migration\"", sent, StringComparison.Ordinal);
        Assert.Contains(
            $"\"expiration_date\":\"{Clock.GetUtcNow().AddDays(14):yyyy-MM-ddTHH:mm}:00",
            sent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_refusal_stands_beside_its_field_and_nothing_typed_is_lost()
    {
        Api.OnError(
            Create,
            HttpStatusCode.Conflict,
            "\"Acme\" has an override for \"API calls\" already: cmov_9. Change that one, also if it has expired.",
            "feature_id"
        );
        var dialogs = await AddAsync("feat_calls");
        Input(dialogs, "Limit").Change("7");

        await dialogs.Find(".dialog-form").SubmitAsync();

        Assert.Contains("cmov_9", dialogs.Find(".field-error").TextContent, StringComparison.Ordinal);
        Assert.Equal("7", Input(dialogs, "Limit").GetAttribute("value"));
        Assert.Null(Result);
    }

    [Fact]
    public async Task What_it_makes_of_the_feature_is_shown_while_it_is_entered()
    {
        Api.OnData(
            Preview,
            new CompanyPlanPreviewResponseData
            {
                Features =
                [
                    ChangeWordsTests.Feature(
                        EntitlementChange.More,
                        before: UsageSamples.Calls(1, 10),
                        after: UsageSamples.Calls(1, 1_500)
                    ) with
                    {
                        FeatureId = "feat_calls",
                    },
                    ChangeWordsTests.Feature(EntitlementChange.Unchanged, "Another feature"),
                ],
            }
        );
        var dialogs = await AddAsync("feat_calls");
        Assert.Empty(Asked(Preview));

        Input(dialogs, "Limit").Change("1500");

        dialogs.WaitForAssertion(() =>
            Assert.Equal("More API calls 10 → , then 1,500", Words(dialogs.Find(".preview-row")))
        );
        Assert.DoesNotContain("Another feature", dialogs.Markup, StringComparison.Ordinal);
        Assert.Contains("\"value_numeric\":1500", Asked(Preview)[^1].Body, StringComparison.Ordinal);
    }

    private Task<IRenderedComponent<DialogHost>> AddAsync(string? featureId = null) =>
        OpenAsync(service => service.AddOverrideAsync(CompanySamples.Company(), featureId, ["feat_taken"]));
}
