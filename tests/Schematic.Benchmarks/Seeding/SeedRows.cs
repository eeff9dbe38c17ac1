using Schematic.Api.Entities;
using Schematic.Api.Persistence;
using Schematic.Benchmarks.Invented;
using Schematic.Contracts.Entities;

namespace Schematic.Benchmarks.Seeding;

/// <summary>
/// What the rows of every company have in common: the environment, and the definitions of its keys and traits.
/// </summary>
internal sealed record SeedScope(
    int EnvironmentSeq,
    int DomainSeq,
    int CrmIdSeq,
    IReadOnlyList<EntityTraitDefinitionRow> Traits
)
{
    /// <summary>Makes the definitions as the first upsert would: with the server's own code.</summary>
    public static Task<SeedScope> PrepareAsync(IDatabase database, int environmentSeq, DateTimeOffset now) =>
        database.WriteAsync(
            environmentSeq,
            async (db, token) =>
            {
                var keys = await Definitions.GetOrCreateAsync(
                    db,
                    [
                        Definitions.NewKey(EntityType.Company, "domain", now),
                        Definitions.NewKey(EntityType.Company, "crm_id", now),
                    ],
                    token
                );
                var changes = InventedCompany
                    .At(0, now)
                    .Traits.Select(trait => new TraitChange([trait.Name], trait.Value, null, trait.TraitType))
                    .ToList();
                var traits = await Definitions.GetOrCreateAsync(
                    db,
                    changes.Select(change => Definitions.NewTrait(EntityType.Company, change, now)),
                    token
                );
                return new SeedScope(
                    environmentSeq,
                    keys.First(static key => key.Key == "domain").Seq,
                    keys.First(static key => key.Key == "crm_id").Seq,
                    [.. changes.Select(change => traits.First(trait => trait.Hierarchy == change.Hierarchy))]
                );
            },
            CancellationToken.None
        );
}

/// <summary>
/// The rows of one company, as <see cref="EntityWriter"/> would have written them at <see cref="CreatedAt"/>.
/// </summary>
internal sealed record SeedRows
{
    public required long Seq { get; init; }

    public required string Id { get; init; }

    public required InventedCompany Company { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required string SortName { get; init; }

    public required byte[] DomainHash { get; init; }

    public required byte[] CrmIdHash { get; init; }

    public required string SearchDocument { get; init; }

    /// <summary>The document of its traits.</summary>
    public string Traits(SeedScope scope) =>
        TraitDocument.FromTraits([
            .. Company.Traits.Zip(
                scope.Traits,
                (trait, definition) => new TraitDetail(definition, trait.Value, CreatedAt, CreatedAt)
            ),
        ]);

    public static SeedRows Of(InventedCompany company, DateTimeOffset createdAt) =>
        new()
        {
            // Numbers count from 0, rows from 1.
            Seq = company.Number + 1,
            Id = NewId.For(EntityKeys.IdPrefix(EntityType.Company), createdAt),
            Company = company,
            CreatedAt = createdAt,
            SortName = company.Name.ToLowerInvariant(),
            DomainHash = EntityKeyRow.Hash(company.Domain),
            CrmIdHash = EntityKeyRow.Hash(company.CrmId),
            // In the order of EntityDetail: keys and traits by name.
            SearchDocument = SearchText.Document([
                company.Name,
                company.CrmId,
                company.Domain,
                .. company.Traits.Where(trait => trait.TraitType == TraitType.String).Select(trait => trait.Value),
            ]),
        };
}
