using System.Net;
using Schematic.Contracts.Billing;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Wire;
using Schematic.Gateway.Http;
using Schematic.Testing.Http;

namespace Schematic.Gateway.Tests.Http;

public sealed class WireQuerySerializerTests
{
    private readonly FakeApi _api = new FakeApi().OnData("GET /companies/count", new CountResponse { Count = 7 });

    public static TheoryData<CompaniesQuery, string> Queries { get; } =
        new()
        {
            { new(), "" },
            {
                new() { Limit = 0, Offset = 4_000_000_000 },
                "limit=0 offset=4000000000"
            },
            {
                new() { Ids = ["comp_1", "comp_2"] },
                "ids=comp_1 ids=comp_2"
            },
            {
                new() { Ids = [] },
                ""
            },
            {
                new() { WithoutPlan = true, WithSubscription = false },
                "with_subscription=false without_plan=true"
            },
            {
                new() { SortOrderColumn = "last_seen_at", SortOrderDirection = SortDirection.Desc },
                "sort_order_column=last_seen_at sort_order_direction=desc"
            },
            {
                new() { SubscriptionStatuses = [SubscriptionStatus.Active, SubscriptionStatus.PastDue] },
                "subscription_statuses=active subscription_statuses=past_due"
            },
        };

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task A_query_record_becomes_parameters_under_their_wire_names(CompaniesQuery query, string expected)
    {
        Assert.Equal(
            expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(),
            (await SendAsync(query)).Parameters.Select(static pair => $"{pair.Name}={pair.Value}").Order()
        );
    }

    [Theory]
    [InlineData("a+b")]
    [InlineData("Tom & Jerry")]
    [InlineData("50%")]
    [InlineData("a=b?c#d")]
    [InlineData("Zoë — 日本 🦊")]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("line\r\nbreak")]
    public async Task Any_text_arrives_as_it_was(string text)
    {
        Assert.Equal(("q", text), Assert.Single((await SendAsync(new CompaniesQuery { Q = text })).Parameters));
    }

    [Fact]
    public async Task A_map_becomes_one_parameter_per_key_and_keys_may_hold_anything()
    {
        _api.OnError("GET /companies/lookup", HttpStatusCode.NotFound, "No such company.");
        using var gateway = _api.Gateway();
        var keys = new Dictionary<string, string> { ["crm id"] = "a&b", ["x[y]"] = "1+1" };

        await Assert.ThrowsAsync<GatewayException>(() =>
            gateway.Companies.LookupAsync(new KeysQuery { Keys = keys }, TestContext.Current.CancellationToken)
        );

        Assert.Equal([("keys[crm id]", "a&b"), ("keys[x[y]]", "1+1")], _api.Requests[^1].Parameters);
    }

    private async Task<RecordedRequest> SendAsync(CompaniesQuery query)
    {
        using var gateway = _api.Gateway();
        Assert.Equal(7, (await gateway.Companies.CountAsync(query, TestContext.Current.CancellationToken)).Data.Count);
        return Assert.Single(_api.Requests);
    }
}
