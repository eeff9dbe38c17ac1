using Microsoft.Extensions.DependencyInjection;
using Schematic.Api.Entities;
using Schematic.Api.Persistence;
using Schematic.Contracts.Entities;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Entities;

public abstract class DefinitionsTests(ApiFixture api) : ApiTopic(api)
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly string _mark = Unique("name");

    private IDatabase Database => Server.Services.GetRequiredService<IDatabase>();

    [Fact]
    public async Task A_key_keeps_the_definition_it_was_first_given()
    {
        var first = await StoreAsync(Key(EntityType.Company), Key(EntityType.User), Key(EntityType.Company));
        var second = await StoreAsync(Key(EntityType.User), Key(EntityType.Company));

        Assert.Equal(2, first.Count);
        Assert.Equal(first, second);
        Assert.All(first, static row => Assert.NotEqual(0, row.Seq));
    }

    [Fact]
    public async Task A_trait_keeps_the_type_and_name_it_was_first_given()
    {
        var first = await StoreAsync(Trait("12", TraitType.Number));
        var second = await StoreAsync(Trait("twelve", TraitType.String));

        Assert.Equal(Assert.Single(first), Assert.Single(second));
        Assert.Equal((TraitType.Number, $"{_mark}.size"), (first[0].Type, first[0].DisplayName));
    }

    private EntityKeyDefinitionRow Key(EntityType type) => Definitions.NewKey(type, _mark, Now);

    private EntityTraitDefinitionRow Trait(string value, TraitType type) =>
        Definitions.NewTrait(EntityType.Company, new TraitChange([_mark, "size"], value, null, type), Now);

    private async Task<List<(int Seq, string Id, EntityType Type)>> StoreAsync(
        params EntityKeyDefinitionRow[] definitions
    ) =>
        [
            .. (
                await Database.WriteAccountAsync(
                    (db, token) => Definitions.GetOrCreateAsync(db, definitions, token),
                    Cancellation
                )
            )
                .Select(static row => (row.Seq, row.Id, row.EntityType))
                .OrderBy(static row => row.EntityType),
        ];

    private async Task<List<(int Seq, string Id, TraitType Type, string DisplayName)>> StoreAsync(
        params EntityTraitDefinitionRow[] definitions
    ) =>
        [
            .. (
                await Database.WriteAccountAsync(
                    (db, token) => Definitions.GetOrCreateAsync(db, definitions, token),
                    Cancellation
                )
            ).Select(static row => (row.Seq, row.Id, row.TraitType, row.DisplayName)),
        ];
}

public sealed class DefinitionsTestsOnSqlite(SqliteApi api) : DefinitionsTests(api), IClassFixture<SqliteApi>;

public sealed class DefinitionsTestsOnPostgreSql(PostgreSqlApi api)
    : DefinitionsTests(api),
        IClassFixture<PostgreSqlApi>;
