using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Schematic.Contracts.ApiKeys;
using Schematic.Contracts.Flags;
using Schematic.Contracts.Wire;
using Schematic.Gateway.Http;
using Schematic.Testing.Http;

namespace Schematic.Gateway.Tests.Flags;

public sealed class FlagsGatewayTests
{
    private static readonly FlagDetailResponseData Flag = new()
    {
        Id = "flag_1",
        Key = "export",
        Name = "Export",
        Description = "",
        FlagType = FlagType.Boolean,
        DefaultValue = false,
        Rules = [],
        CreatedAt = default,
        UpdatedAt = default,
    };

    private static readonly CreateFlagRequestBody Body = new()
    {
        Key = "export",
        Name = "Export",
        Description = "",
        FlagType = FlagType.Boolean,
        DefaultValue = true,
    };

    private readonly FakeApi _api = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_flag_comes_with_the_name_of_its_state()
    {
        _api.On("GET /flags/flag_1", _ => Tagged(FakeApi.Data(Flag), "\"3-7\""));
        using var gateway = _api.Gateway();

        var answer = await gateway.Flags.GetAsync("flag_1", Cancellation);

        Assert.Equal("\"3-7\"", answer.ETag);
        Assert.Equal("export", answer.Data.Key);
    }

    [Fact]
    public async Task The_name_of_a_state_is_no_part_of_a_body()
    {
        _api.OnData("GET /flags/flag_1", Flag);
        using var gateway = _api.Gateway();

        var answer = await gateway.Flags.GetAsync("flag_1", Cancellation);

        Assert.Null(answer.ETag);
        Assert.DoesNotContain(
            "tag",
            JsonSerializer.Serialize(answer with { ETag = "\"1-1\"" }, WireJson.Strict),
            StringComparison.OrdinalIgnoreCase
        );
    }

    [Theory]
    [InlineData("\"3-7\"")]
    [InlineData(null)]
    public async Task An_update_names_the_state_it_changes_or_none(string? state)
    {
        _api.OnData("PUT /flags/flag_1", Flag);
        using var gateway = _api.Gateway();

        await gateway.Flags.UpdateAsync("flag_1", Body, state, Cancellation);

        Assert.Equal(state, Assert.Single(_api.Requests).Headers.GetValueOrDefault("If-Match"));
    }

    [Fact]
    public async Task A_stale_write_tells_what_is_there_by_now()
    {
        _api.On(
            "PUT /flags/flag_1/rules",
            _ =>
                Tagged(
                    FakeApi.Text(
                        HttpStatusCode.PreconditionFailed,
                        JsonSerializer.Serialize(
                            new StaleError<FlagDetailResponseData> { Error = "Changed meanwhile.", Data = Flag },
                            WireJson.Tolerant
                        )
                    ),
                    "\"3-8\""
                )
        );
        using var gateway = _api.Gateway();

        var stale = await Assert.ThrowsAsync<GatewayException>(() =>
            gateway.Flags.UpdateRulesAsync(
                "flag_1",
                new UpdateFlagRulesRequestBody { Rules = [] },
                "\"3-7\"",
                Cancellation
            )
        );

        Assert.True(stale.IsStale);
        Assert.Equal("Changed meanwhile.", stale.Message);
        Assert.Equal("\"3-8\"", stale.Current<FlagDetailResponseData>()!.Value.ETag);
        Assert.Equal("export", stale.Current<FlagDetailResponseData>()!.Value.Data.Key);
    }

    [Theory]
    [InlineData(HttpStatusCode.PreconditionFailed, """{"error":"No."}""")]
    [InlineData(HttpStatusCode.PreconditionFailed, "<html>")]
    [InlineData(HttpStatusCode.Conflict, """{"error":"No.","data":{}}""")]
    public async Task What_is_no_stale_write_has_no_current_state(HttpStatusCode status, string body)
    {
        _api.On("PUT /flags/flag_1", _ => FakeApi.Text(status, body));
        using var gateway = _api.Gateway();

        var refused = await Assert.ThrowsAsync<GatewayException>(() =>
            gateway.Flags.UpdateAsync("flag_1", Body, null, Cancellation)
        );

        Assert.Null(refused.Current<FlagDetailResponseData>());
    }

    [Fact]
    public async Task A_rule_is_sent_without_what_it_does_not_have()
    {
        _api.OnData("PUT /flags/flag_1/rules", new RulesDetailResponseData { Rules = [] });
        using var gateway = _api.Gateway();
        var condition = new CreateOrUpdateConditionRequestBody
        {
            ConditionType = ConditionType.Company,
            Operator = ComparableOperator.Eq,
            ResourceIds = ["comp_1"],
        };
        var rule = new CreateOrUpdateRuleRequestBody
        {
            Name = "Acme",
            Priority = 1,
            Value = true,
            Conditions = [condition],
            ConditionGroups = [],
        };

        await gateway.Flags.UpdateRulesAsync(
            "flag_1",
            new UpdateFlagRulesRequestBody { Rules = [rule] },
            null,
            Cancellation
        );

        Assert.Equal(
            """{"rules":[{"condition_groups":[],"conditions":[{"condition_type":"company","operator":"eq","resource_ids":["comp_1"]}],"name":"Acme","priority":1,"value":true}]}""",
            Assert.Single(_api.Requests).Body
        );
    }

    [Fact]
    public async Task A_comment_is_sent_beside_the_rules()
    {
        _api.OnData("PUT /flags/flag_1/rules", new RulesDetailResponseData { Rules = [] });
        using var gateway = _api.Gateway();

        await gateway.Flags.UpdateRulesAsync(
            "flag_1",
            new UpdateFlagRulesRequestBody { Rules = [], Comment = "Why.\nBecause." },
            null,
            Cancellation
        );

        Assert.Equal("""{"comment":"Why.\nBecause.","rules":[]}""", Assert.Single(_api.Requests).Body);
    }

    [Fact]
    public async Task The_history_of_rules_is_asked_for_page_by_page()
    {
        var save = new FlagRuleSaveResponseData
        {
            Id = "rlsv_1",
            Version = 1,
            CreatedAt = default,
            Rules = [],
            Actor = new()
            {
                ActorType = ActorType.AppUser,
                Id = "acme_1",
                Name = "Ada",
            },
        };
        _api.OnData<IReadOnlyList<FlagRuleSaveResponseData>>("GET /flags/flag_1/rules/history", [save])
            .OnData("GET /flags/flag_1/rules/history/count", new CountResponse { Count = 51 });
        using var gateway = _api.Gateway();

        var page = await gateway.Flags.ListRuleSavesAsync(
            "flag_1",
            new FlagRuleSavesQuery { Limit = 25, Offset = 50 },
            Cancellation
        );
        var count = await gateway.Flags.CountRuleSavesAsync("flag_1", new FlagRuleSavesQuery(), Cancellation);

        Assert.Equal("Ada", Assert.Single(page.Data).Actor!.Name);
        Assert.Equal(51, count.Data.Count);
        Assert.Equal([("limit", "25"), ("offset", "50")], _api.Requests[0].Parameters);
        Assert.Empty(_api.Requests[1].Parameters);
    }

    private static HttpResponseMessage Tagged(HttpResponseMessage response, string tag)
    {
        response.Headers.ETag = EntityTagHeaderValue.Parse(tag);
        return response;
    }
}
