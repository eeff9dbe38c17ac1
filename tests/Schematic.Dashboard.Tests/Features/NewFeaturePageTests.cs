using System.Text.Json.Nodes;
using Bunit;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Events;
using Schematic.Contracts.Features;
using Schematic.Dashboard.Features;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Tests.Flags;
using Schematic.Dashboard.Tests.Shared;
using Schematic.Testing.Http;

namespace Schematic.Dashboard.Tests.Features;

public sealed class NewFeaturePageTests : PageContext
{
    public NewFeaturePageTests() =>
        Api.OnData<IReadOnlyList<EntityTraitDefinitionResponseData>>("GET /entity-trait-definitions", [])
            .OnData<IReadOnlyList<EventSummaryResponseData>>("GET /event-types", [])
            .On(
                "POST /features",
                static async (_, cancellationToken) =>
                {
                    // As from a server: not before the form has been drawn as sent.
                    await Task.Delay(20, cancellationToken);
                    return FakeApi.Data(FlagSamples.Feature("feat_9", "API calls"));
                }
            );

    [Fact]
    public async Task A_feature_is_created_with_its_flag()
    {
        var page = await OpenAsync<NewFeaturePage>(DashboardUrls.NewFeature(Production.Id));
        Input(page, "Name").Change("API calls (v2)");
        page.FindAll("input[type=radio]")[1].Change("Event");
        page.Find("input[list=feature-events]").Change("api_call");

        await page.Find("form").SubmitAsync();

        page.WaitForAssertion(() =>
            Assert.EndsWith(DashboardUrls.Feature(Production.Id, "feat_9"), Navigation.Uri, StringComparison.Ordinal)
        );
        var body = JsonNode.Parse(Assert.Single(Asked("POST /features")).Body!)!;
        Assert.Equal(
            ("event", "api_call", "api-calls-v2"),
            (
                body["feature_type"]!.GetValue<string>(),
                body["event_subtype"]!.GetValue<string>(),
                body["flag"]!["key"]!.GetValue<string>()
            )
        );
    }

    [Theory]
    [InlineData(FeatureType.Event, "EventSubtype")]
    [InlineData(FeatureType.Trait, "TraitId")]
    public void What_is_counted_must_be_named(FeatureType type, string member) =>
        Assert.Equal(
            [member],
            new FeatureForm { Name = "Calls", FeatureType = type }
                .Validate(new(new object()))
                .SelectMany(static problem => problem.MemberNames)
        );

    [Fact]
    public async Task An_event_that_the_address_names_is_filled_in()
    {
        var query = new NewFeatureQuery { Event = "api call+1" };
        Assert.Equal(query, NewFeatureQuery.FromUri(new UrlReader(query.ToUri())));

        var page = await OpenAsync<NewFeaturePage>(DashboardUrls.NewFeature(Production.Id, query));

        Assert.Equal("api call+1", page.Find("input[list=feature-events]").GetAttribute("value"));
    }
}
