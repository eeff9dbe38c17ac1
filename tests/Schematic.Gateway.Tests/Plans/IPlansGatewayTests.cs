using System.Net;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Flags;
using Schematic.Contracts.Plans;
using Schematic.Contracts.Wire;
using Schematic.Gateway.Http;
using Schematic.Testing.Http;

namespace Schematic.Gateway.Tests.Plans;

public sealed class IPlansGatewayTests
{
    private static readonly PlanAudienceResponseData Audience = new()
    {
        Id = "rule_1",
        PlanId = "plan_1",
        EnvironmentId = "env_1",
        Conditions = [],
        ConditionGroups = [],
        CreatedAt = default,
        UpdatedAt = default,
    };

    private readonly FakeApi _api = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_role_that_is_cleared_is_sent_as_null_and_the_others_are_not_sent()
    {
        _api.OnData("PUT /plan-roles", new PlanRolesResponseData { InitialPlanId = "plan_1" });
        using var gateway = _api.Gateway();

        var answer = await gateway.Plans.UpdateRolesAsync(
            new UpdatePlanRolesRequestBody { FallbackPlanId = new(null) },
            Cancellation
        );

        Assert.Equal("""{"fallback_plan_id":null}""", Assert.Single(_api.Requests).Body);
        Assert.Equal("plan_1", answer.Data.InitialPlanId);
        Assert.Null(answer.Data.TrialExpiryPlanId);
    }

    [Fact]
    public async Task Roles_are_those_of_the_environment_and_need_no_id()
    {
        _api.OnData("GET /plan-roles", new PlanRolesResponseData { FallbackPlanId = "plan_2" });
        using var gateway = _api.Gateway(environmentId: "env_2");

        var answer = await gateway.Plans.GetRolesAsync(Cancellation);

        Assert.Equal("plan_2", answer.Data.FallbackPlanId);
        Assert.Equal("env_2", Assert.Single(_api.Requests).Headers["X-Schematic-Environment-Id"]);
    }

    [Fact]
    public async Task An_audience_is_read_written_and_deleted_at_the_address_of_its_plan()
    {
        _api.OnData("GET /plans/plan_1/audience", Audience)
            .OnData("PUT /plans/plan_1/audience", Audience)
            .OnData("DELETE /plans/plan_1/audience", new DeleteResponse { Deleted = true });
        using var gateway = _api.Gateway();
        var condition = new CreateOrUpdateConditionRequestBody
        {
            ConditionType = ConditionType.Company,
            Operator = ComparableOperator.Eq,
            ResourceIds = ["comp_1"],
        };

        var before = await gateway.Plans.GetAudienceAsync("plan_1", Cancellation);
        await gateway.Plans.UpdateAudienceAsync(
            "plan_1",
            new PlanAudienceRequestBody { Conditions = [condition], ConditionGroups = [] },
            null,
            GatewayHeaders.Any,
            Cancellation
        );
        var gone = await gateway.Plans.DeleteAudienceAsync("plan_1", "\"a1\"", Cancellation);

        Assert.Equal("rule_1", before.Data.Id);
        Assert.Equal(
            """{"condition_groups":[],"conditions":["""
                + """{"condition_type":"company","operator":"eq","resource_ids":["comp_1"]}]}""",
            _api.Requests[1].Body
        );
        Assert.Equal("*", _api.Requests[1].Headers["If-None-Match"]);
        Assert.Equal("\"a1\"", _api.Requests[2].Headers["If-Match"]);
        Assert.True(gone.Data.Deleted);
    }

    [Fact]
    public async Task The_companies_of_an_audience_are_listed_and_counted_before_it_is_saved()
    {
        _api.OnData("POST /audience/count-companies", new CountResponse { Count = 7 })
            .OnData<IReadOnlyList<CompanyDetailResponseData>>("POST /audience/get-companies", []);
        using var gateway = _api.Gateway();
        var asked = new AudienceRequestBody
        {
            Conditions = [],
            ConditionGroups = [],
            Limit = 50,
        };

        var count = await gateway.Plans.CountAudienceCompaniesAsync(asked, Cancellation);
        var companies = await gateway.Plans.ListAudienceCompaniesAsync(asked, Cancellation);

        Assert.Equal(7, count.Data.Count);
        Assert.Empty(companies.Data);
        Assert.All(
            _api.Requests,
            static request => Assert.Equal("""{"condition_groups":[],"conditions":[],"limit":50}""", request.Body)
        );
    }

    [Theory]
    [InlineData(false, null, """{"add_on_ids":["plan_9"]}""")]
    [InlineData(true, null, """{"add_on_ids":["plan_9"],"base_plan_id":null}""")]
    [InlineData(true, "plan_1", """{"add_on_ids":["plan_9"],"base_plan_id":"plan_1"}""")]
    public async Task A_plan_that_is_taken_away_is_sent_as_null_and_one_that_stays_is_not_sent(
        bool isChanged,
        string? planId,
        string body
    )
    {
        // The answer is of no interest here, and a refusal the shortest one.
        _api.OnError("PUT /company-plans/comp_1", HttpStatusCode.NotFound, "There is no such company.");
        using var gateway = _api.Gateway();
        var change = new UpdateCompanyPlansRequestBody { AddOnIds = ["plan_9"] };

        await Assert.ThrowsAsync<GatewayException>(() =>
            gateway.Plans.UpdateCompanyPlansAsync(
                "comp_1",
                isChanged ? change with { BasePlanId = planId } : change,
                Cancellation
            )
        );

        Assert.Equal(body, Assert.Single(_api.Requests).Body);
    }

    [Fact]
    public async Task A_deleted_version_says_whether_an_archived_one_follows()
    {
        _api.OnData("DELETE /plans/version/plvr_1", new DeleteResponse { Deleted = true });
        using var gateway = _api.Gateway();

        await gateway.Plans.DeleteVersionAsync("plvr_1", new() { PromoteArchivedVersion = true }, Cancellation);
        await gateway.Plans.DeleteVersionAsync("plvr_1", new(), Cancellation);

        Assert.Equal([("promote_archived_version", "true")], _api.Requests[0].Parameters);
        Assert.Empty(_api.Requests[1].Parameters);
    }

    [Fact]
    public async Task Changes_are_counted_under_the_filters_of_their_list()
    {
        _api.OnData<IReadOnlyList<PlanChangeResponseData>>("GET /plan-changes", [])
            .OnData("GET /plan-changes/count", new CountResponse { Count = 7 });
        using var gateway = _api.Gateway();
        var query = new PlanChangesQuery
        {
            BasePlanAction = PlanChangeBasePlanAction.TrialExpiry,
            CompanyIds = ["comp_1", "comp_2"],
        };

        await gateway.Plans.ListChangesAsync(query, Cancellation);
        var count = await gateway.Plans.CountChangesAsync(query, Cancellation);

        Assert.Equal(7, count.Data.Count);
        Assert.Equal(
            [("base_plan_action", "trial_expiry"), ("company_ids", "comp_1"), ("company_ids", "comp_2")],
            _api.Requests[0].Parameters
        );
        Assert.Equal(_api.Requests[0].Parameters, _api.Requests[1].Parameters);
    }
}
