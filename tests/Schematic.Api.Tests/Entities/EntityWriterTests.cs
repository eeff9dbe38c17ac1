using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Schematic.Api.Entities;
using Schematic.Api.Environments;
using Schematic.Api.Persistence;
using Schematic.Api.Tests.Persistence.Sql;
using Schematic.Contracts.Entities;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Entities;

/// <summary>Several changes in one write.</summary>
public abstract class EntityWriterTests(ApiFixture api) : ApiTopic(api)
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly string _mark = Unique("mark");

    private IDatabase Database => Server.Services.GetRequiredService<IDatabase>();

    [Fact]
    public async Task What_is_answered_is_what_is_stored()
    {
        var outcomes = await ApplyAsync(
            Change(("domain", $"{_mark}.a")) with
            {
                Name = "First",
                Traits = [TraitChange.Set(["plan"], "gold"), TraitChange.Set(["address", "city"], "Bern")],
            },
            Change(("domain", $"{_mark}.b")),
            Change(("domain", $"{_mark}.a"), ("crm", _mark)) with
            {
                Traits = [TraitChange.Add(["seats"], 3)],
            }
        );

        var stored = await ReadAsync(outcomes.Select(static outcome => outcome.Entity().Seq));
        var (first, second) = (stored[outcomes[2].Entity().Seq], stored[outcomes[1].Entity().Seq]);
        Assert.Equal(outcomes[0].Entity().Id, first.Id);
        Assert.Equal(Describe(outcomes[2].Entity()), Describe(first));
        Assert.Equal(Describe(outcomes[1].Entity()), Describe(second));
        Assert.Equal("First", first.Name);
        Assert.Equal(["Bern", "gold", "3"], first.Traits.Values.Select(static trait => trait.Value));
    }

    [Fact]
    public async Task Two_companies_can_exchange_a_key_in_one_write()
    {
        var before = await ApplyAsync(
            Change(("domain", $"{_mark}.a"), ("crm", $"{_mark}.1")),
            Change(("domain", $"{_mark}.b"), ("crm", $"{_mark}.2"))
        );

        await ApplyAsync(
            Change(("crm", $"{_mark}.1"), ("domain", $"{_mark}.a")) with
            {
                RemoveKeys = ["domain"],
            },
            Change(("crm", $"{_mark}.2"), ("domain", $"{_mark}.a")),
            Change(("crm", $"{_mark}.1"), ("domain", $"{_mark}.b"))
        );

        var after = await ReadAsync(before.Select(static outcome => outcome.Entity().Seq));
        Assert.Equal($"{_mark}.b", after[before[0].Entity().Seq].Keys["domain"].Value);
        Assert.Equal($"{_mark}.a", after[before[1].Entity().Seq].Keys["domain"].Value);
    }

    [Fact]
    public async Task A_refused_change_leaves_no_definition_behind_and_costs_the_others_nothing()
    {
        await ApplyAsync(Change(("domain", _mark)));

        var outcomes = await ApplyAsync(
            Change(("domain", _mark)) with
            {
                CreateOnly = true,
                Traits = [TraitChange.Set([$"refused_{_mark}"], "x")],
            },
            Change(("domain", $"{_mark}.b")) with
            {
                Traits = [TraitChange.Set([$"kept_{_mark}"], "x")],
            }
        );

        Assert.Equal(409, outcomes[0].Refusal?.Status);
        Assert.Null(outcomes[1].Refusal);
        await using var db = Database.OpenAccount();
        var names = await db
            .EntityTraitDefinitions.Where(row => row.DisplayName.EndsWith(_mark))
            .Select(static row => row.DisplayName)
            .ToListAsync(Cancellation);
        Assert.Equal([$"kept_{_mark}"], names);
    }

    [Fact]
    public async Task One_that_names_nothing_is_refused_alone()
    {
        var outcomes = await ApplyAsync(Change(), Change(("domain", _mark)));

        Assert.Equal(400, outcomes[0].Refusal?.Status);
        Assert.Equal(_mark, outcomes[1].Entity().Keys["domain"].Value);
        Assert.Equal(400, Assert.Single(await ApplyAsync(Change())).Refusal?.Status);
    }

    [Fact]
    public async Task A_company_of_another_environment_is_not_found_by_its_id()
    {
        var id = Assert.Single(await ApplyAsync(Change(("domain", _mark)))).Entity().Id;
        var staging = await EnvironmentAsync("Staging");

        var outcomes = await Database.WriteAsync(
            staging,
            (db, token) => new EntityWriter(db, Now).ApplyAsync([Change() with { Id = id, Name = "Taken" }], token),
            Cancellation
        );

        Assert.Equal(404, Assert.Single(outcomes).Refusal?.Status);
    }

    private static EntityChange Change(params (string Name, string Value)[] keys) =>
        EntityChange.For(EntityType.Company, keys.ToDictionary(static key => key.Name, static key => key.Value));

    private static string Describe(EntityDetail entity) =>
        string.Join(
            '\n',
            [
                $"{entity.Id} {entity.Name} {entity.CreatedAt:O} {entity.UpdatedAt:O} {entity.LastSeenAt:O}",
                .. entity.Keys.Values.Select(static key => $"{key.Definition.Id} {key.Value} {key.CreatedAt:O}"),
                .. entity.Traits.Values.Select(static trait =>
                    $"{trait.Definition.Id} {trait.Value} {trait.CreatedAt:O} {trait.UpdatedAt:O}"
                ),
            ]
        );

    private protected async Task<IReadOnlyList<EntityOutcome>> ApplyManyAsync(int count)
    {
        var changes = Enumerable
            .Range(0, count)
            .Select(i => Change(("domain", string.Create(null, $"{_mark}.{count}.{i}"))))
            .ToArray();
        return await ApplyAsync(changes);
    }

    private async Task<IReadOnlyList<EntityOutcome>> ApplyAsync(params EntityChange[] changes) =>
        await Database.WriteAsync(
            await EnvironmentAsync("Production"),
            (db, token) => new EntityWriter(db, Now).ApplyAsync(changes, token),
            Cancellation
        );

    private async Task<Dictionary<long, EntityDetail>> ReadAsync(IEnumerable<long> seqs)
    {
        await using var db = Database.Open(await EnvironmentAsync("Production"));
        var details = await EntityReader.DetailsAsync(db, [.. seqs.Distinct()], Cancellation);
        return details.ToDictionary(static detail => detail.Seq);
    }

    private async Task<int> EnvironmentAsync(string name)
    {
        await using var db = Database.OpenAccount();
        return await db.Environments.Where(row => row.Name == name).Select(static row => row.Seq).SingleAsync();
    }
}

public sealed class EntityWriterTestsOnSqlite(SqliteApi api) : EntityWriterTests(api), IClassFixture<SqliteApi>;

public sealed class EntityWriterTestsOnPostgreSql(PostgreSqlApi api)
    : EntityWriterTests(api),
        IClassFixture<PostgreSqlApi>
{
    // Counted where the driver tells of what it sends.
    [Fact]
    public async Task A_group_takes_as_many_statements_as_one_company()
    {
        await ApplyManyAsync(1);
        using var one = new StatementCounter();
        await ApplyManyAsync(2);
        var ofTwo = one.Count;

        await ApplyManyAsync(60);

        Assert.NotEqual(0, ofTwo);
        Assert.Equal(ofTwo, one.Count - ofTwo);
    }
}
