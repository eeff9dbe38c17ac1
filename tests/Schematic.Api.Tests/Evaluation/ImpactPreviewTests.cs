using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Schematic.Api.Evaluation;
using Schematic.Api.Http;
using Schematic.Api.Persistence;
using Schematic.Api.Tests.Flags;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Flags;
using Schematic.Gateway.Http;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Evaluation;

/// <summary>Whose verdict would change if rules were saved.</summary>
public abstract class FlagImpactTests(ApiFixture api) : FlagTopic(api)
{
    [Fact]
    public async Task Who_gains_and_who_loses_is_counted_listed_and_explained()
    {
        var gateway = await EmptyEnvironmentAsync();
        var seats = await NewTraitAsync(TraitType.Number);
        var flag = await NewFlagAsync();
        var companies = new List<CompanyDetailResponseData>();
        foreach (var number in new[] { 1, 5, 10, 20 })
        {
            var company = await NewCompanyAsync(gateway);
            await gateway.Companies.UpsertTraitAsync(
                new UpsertTraitRequestBody
                {
                    Keys = new Dictionary<string, string> { ["id"] = company.Id },
                    Trait = seats.Hierarchy[0],
                    Set = $"{number}",
                },
                Cancellation
            );
            companies.Add(company);
        }

        await gateway.Flags.UpdateRulesAsync(
            flag.Id,
            Rules(Rule("At most five", OnTrait(seats.Id, "5", ComparableOperator.Lte))),
            null,
            Cancellation
        );

        var impact = (
            await gateway.Flags.ImpactAsync(
                flag.Id,
                new FlagImpactRequestBody
                {
                    Rules = [Rule("Five and more", OnTrait(seats.Id, "5", ComparableOperator.Gte))],
                },
                Cancellation
            )
        ).Data;

        Assert.Equal(
            (4, 4, 2, 1, null),
            (impact.Total, impact.Examined, impact.Gained, impact.Lost, impact.NextCursor)
        );
        Assert.Equal(
            [(companies[3].Id, true), (companies[2].Id, true), (companies[0].Id, false)],
            impact.Changes.Select(static change => (change.Id, change.After))
        );
        Assert.StartsWith(
            "Matched standard rule \"At most five\"",
            impact.Changes[2].ReasonBefore,
            StringComparison.Ordinal
        );
        Assert.Equal("No rules matched; default value for flag", impact.Changes[2].ReasonAfter);
    }

    [Fact]
    public async Task More_changes_than_asked_for_are_counted_and_not_listed()
    {
        var gateway = await EmptyEnvironmentAsync();
        var flag = await NewFlagAsync();
        for (var i = 0; i < 5; i++)
            await NewCompanyAsync(gateway);

        var impact = (
            await gateway.Flags.ImpactAsync(
                flag.Id,
                new FlagImpactRequestBody { Rules = [Rule("All")], Limit = 2 },
                Cancellation
            )
        ).Data;

        Assert.Equal((5, 2), (impact.Gained, impact.Changes.Count));
    }

    [Fact]
    public async Task Saving_what_is_there_changes_nobody()
    {
        var gateway = await EmptyEnvironmentAsync();
        var flag = await NewFlagAsync();
        var company = await NewCompanyAsync(gateway);
        var rules = (
            await gateway.Flags.UpdateRulesAsync(
                flag.Id,
                Rules(Rule("Acme", Condition(ConditionType.Company, company.Id))),
                null,
                Cancellation
            )
        )
            .Data
            .Rules;

        var impact = (
            await gateway.Flags.ImpactAsync(
                flag.Id,
                new FlagImpactRequestBody { Rules = [.. rules.Select(BackOf)] },
                Cancellation
            )
        ).Data;

        Assert.Equal((1, 0, 0), (impact.Examined, impact.Gained, impact.Lost));
    }

    // Read by some thousand at a time, and perhaps in several requests.
    [Fact]
    public async Task Each_of_many_companies_is_examined_once()
    {
        const int Many = 10_002;
        var gateway = await EmptyEnvironmentAsync();
        var flag = await NewFlagAsync();
        var company = await NewCompanyAsync(gateway);
        await CopyAsync(company.Id, Many - 1);
        var (examined, gained, cursor) = (0L, 0L, (string?)null);
        do
        {
            var impact = (
                await gateway.Flags.ImpactAsync(
                    flag.Id,
                    new FlagImpactRequestBody
                    {
                        Rules = [Rule("All")],
                        Limit = 0,
                        Cursor = cursor,
                    },
                    Cancellation
                )
            ).Data;
            Assert.Equal(Many, impact.Total);
            (examined, gained, cursor) = (examined + impact.Examined, gained + impact.Gained, impact.NextCursor);
        } while (cursor is not null);

        Assert.Equal((Many, Many), (examined, gained));
    }

    // The turns are taken by hand: by companies it would take as many as keep the server busy.
    [Fact]
    public async Task While_many_are_examined_the_next_is_refused_at_once_and_told_when_to_come_back()
    {
        var gateway = await EmptyEnvironmentAsync();
        var flag = await NewFlagAsync();
        var body = new FlagImpactRequestBody { Rules = [Rule("All")] };
        var turns = Server.Services.GetRequiredKeyedService<Turns>(nameof(ImpactPreview));
        var work = new TaskCompletionSource<int>();
        var (taken, isFull) = (new List<Task<int>>(), false);
        while (!isFull)
        {
            Assert.InRange(taken.Count, 0, 64);
            taken.Add(turns.RunAsync(() => work.Task, Cancellation));
            isFull = taken[^1].IsFaulted;
        }

        var refusal = await Assert.ThrowsAsync<GatewayException>(() =>
            gateway.Flags.ImpactAsync(flag.Id, body, Cancellation)
        );

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refusal.Status);
        Assert.NotNull(refusal.RetryAfter);
        work.SetResult(0);
        await Assert.ThrowsAsync<ApiException>(() => Task.WhenAll(taken));
        Assert.Equal(0, (await gateway.Flags.ImpactAsync(flag.Id, body, Cancellation)).Data.Examined);
    }

    [Fact]
    public async Task A_cursor_goes_on_where_the_answer_before_left_off()
    {
        var gateway = await EmptyEnvironmentAsync();
        var flag = await NewFlagAsync();
        for (var i = 0; i < 3; i++)
            await NewCompanyAsync(gateway);
        var body = new FlagImpactRequestBody { Rules = [Rule("All")] };

        var beyond = (await gateway.Flags.ImpactAsync(flag.Id, body with { Cursor = "1" }, Cancellation)).Data;

        Assert.Equal((3, 0), (beyond.Total, beyond.Examined));
        await RefusedAsync(
            HttpStatusCode.BadRequest,
            () => gateway.Flags.ImpactAsync(flag.Id, body with { Cursor = "-1" }, Cancellation)
        );
        await RefusedAsync(HttpStatusCode.NotFound, () => gateway.Flags.ImpactAsync("flag_nobody", body, Cancellation));
    }

    private Task CopyAsync(string companyId, int copies) =>
        Server
            .Services.GetRequiredService<IDatabase>()
            .WriteAccountAsync(
                (db, token) =>
                    db.Database.ExecuteSqlAsync(
                        $"""
                        INSERT INTO entities (id, entity_type, environment_seq, name, sort_name, last_seen_at, created_at, updated_at)
                        WITH RECURSIVE copies (number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM copies WHERE number < {copies})
                        SELECT id || '_' || number, entity_type, environment_seq, name, sort_name, last_seen_at, created_at, updated_at FROM copies, entities WHERE id = {companyId}
                        """,
                        token
                    ),
                Cancellation
            );
}

public sealed class FlagImpactTestsOnSqlite(SqliteApi api) : FlagImpactTests(api), IClassFixture<SqliteApi>;

public sealed class FlagImpactTestsOnPostgreSql(PostgreSqlApi api) : FlagImpactTests(api), IClassFixture<PostgreSqlApi>;
