using System.Net;
using Schematic.Contracts.Plans;
using Schematic.Contracts.Wire;
using Schematic.Gateway.Http;
using Schematic.Testing.Hosting;
using Keys = Schematic.Testing.Hosting.ApiKeys;

namespace Schematic.Api.Tests.Plans.Audiences;

/// <summary>Two people change one audience, and nothing is lost silently.</summary>
public abstract class PlanAudienceStaleWriteTests(ApiFixture api) : AudienceTopic(api)
{
    [Fact]
    public async Task A_stale_write_changes_nothing_and_tells_what_is_there()
    {
        var (trait, plan) = (await NewTraitAsync(), await SoldPlanAsync(PlanType.Plan));
        var first = await UpdateAsync(plan, Audience(TraitIs(trait, "gold")), null);
        Assert.Equal(first.ETag, (await Production.Plans.GetAudienceAsync(plan.Id, Cancellation)).ETag);
        var theirs = await UpdateAsync(plan, Audience(TraitIs(trait, "silver")), first.ETag);

        var update = await Assert.ThrowsAsync<GatewayException>(() =>
            UpdateAsync(plan, Audience(TraitIs(trait, "bronze")), first.ETag)
        );
        var removal = await Assert.ThrowsAsync<GatewayException>(() =>
            Production.Plans.DeleteAudienceAsync(plan.Id, first.ETag, Cancellation)
        );

        foreach (var stale in new[] { update, removal })
        {
            Assert.True(stale.IsStale);
            AssertSentence(stale.Message);
            var (data, tag) = stale.Current<PlanAudienceResponseData>()!.Value;
            Assert.Equal(("silver", theirs.ETag), (data.Conditions[0].TraitValue, tag));
        }

        await Production.Plans.DeleteAudienceAsync(plan.Id, theirs.ETag, Cancellation);
        await RefusedAsync(
            HttpStatusCode.NotFound,
            "has no audience",
            () => UpdateAsync(plan, Audience(TraitIs(trait, "bronze")), theirs.ETag)
        );
    }

    [Fact]
    public async Task An_audience_is_only_begun_where_nobody_else_has_begun_one()
    {
        var (trait, plan) = (await NewTraitAsync(), await SoldPlanAsync(PlanType.Plan));
        var begun = await BeginAsync(plan, Audience(TraitIs(trait, "gold")));

        var stale = await Assert.ThrowsAsync<GatewayException>(() =>
            BeginAsync(plan, Audience(TraitIs(trait, "silver")))
        );

        Assert.True(stale.IsStale);
        Assert.Equal(begun.ETag, stale.Current<PlanAudienceResponseData>()!.Value.ETag);
        var now = (await Production.Plans.GetAudienceAsync(plan.Id, Cancellation)).Data;
        Assert.Equal("gold", now.Conditions[0].TraitValue);
    }

    [Fact]
    public async Task A_tag_in_If_None_Match_is_refused()
    {
        var (trait, plan) = (await NewTraitAsync(), await SoldPlanAsync(PlanType.Plan));
        using var http = Server.Http(Keys.Production);
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/plans/{plan.Id}/audience")
        {
            Content = JsonContent(Audience(TraitIs(trait, "gold"))),
        };
        request.Headers.TryAddWithoutValidation("If-None-Match", "\"a1\"");

        using var answer = await http.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private static StringContent JsonContent(PlanAudienceRequestBody body) =>
        new(System.Text.Json.JsonSerializer.Serialize(body, WireJson.Strict));

    private Task<Envelope<PlanAudienceResponseData>> UpdateAsync(
        PlanDetailResponseData plan,
        PlanAudienceRequestBody body,
        string? tag
    ) => Production.Plans.UpdateAudienceAsync(plan.Id, body, tag, null, Cancellation);

    private Task<Envelope<PlanAudienceResponseData>> BeginAsync(
        PlanDetailResponseData plan,
        PlanAudienceRequestBody body
    ) => Production.Plans.UpdateAudienceAsync(plan.Id, body, null, GatewayHeaders.Any, Cancellation);
}

public sealed class PlanAudienceStaleWriteTestsOnSqlite(SqliteApi api)
    : PlanAudienceStaleWriteTests(api),
        IClassFixture<SqliteApi>;

public sealed class PlanAudienceStaleWriteTestsOnPostgreSql(PostgreSqlApi api)
    : PlanAudienceStaleWriteTests(api),
        IClassFixture<PostgreSqlApi>;
