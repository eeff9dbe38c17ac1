using Microsoft.EntityFrameworkCore;
using Schematic.Api.Authentication;
using Schematic.Api.Entities;
using Schematic.Api.Evaluation;
using Schematic.Api.Events.Metering;
using Schematic.Api.Features;
using Schematic.Api.Persistence;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Insights;
using Schematic.Rules.Definitions;

namespace Schematic.Api.Insights;

/// <summary>
/// Names of events and traits that arrive and that no feature and no rule uses: a slip of the pen, or something to
/// sell.
/// </summary>
internal sealed class UnknownNames(IDatabase database, FlagSnapshots snapshots, Caller caller)
{
    // Whoever sends more names than this has another problem than one of them.
    private const int MaxNames = 10_000;

    public async Task<IReadOnlyList<UnknownNameResponseData>> ListAsync(
        UnknownNamesQuery query,
        CancellationToken cancellationToken
    )
    {
        var (unknown, known) = await FindAsync(query, cancellationToken);
        return
        [
            .. unknown
                .Skip((int)Math.Min(query.Offset!.Value, int.MaxValue))
                .Take(query.Limit!.Value)
                .Select(name => name with { NearestName = NearestName.Of(name.Name, known[name.Kind]) }),
        ];
    }

    public async Task<long> CountAsync(UnknownNamesQuery query, CancellationToken cancellationToken) =>
        (await FindAsync(query, cancellationToken)).Unknown.Count;

    private async Task<(List<UnknownNameResponseData> Unknown, ILookup<UnknownNameKind, string> Known)> FindAsync(
        UnknownNamesQuery query,
        CancellationToken cancellationToken
    )
    {
        var conditions = (await snapshots.OfAsync(caller.Environment.Seq, cancellationToken))
            .All.SelectMany(static flag => flag.Prepared.Definition.Rules)
            .SelectMany(static rule => rule.Conditions.Concat(rule.Groups.SelectMany(static one => one.Conditions)))
            .ToList();
        return await database.ListSharedAsync(
            caller.Environment.Seq,
            async (db, token) =>
            {
                var events = await EventsAsync(db, token);
                var traits = await TraitsAsync(db, token);
                var usedEvents = await UsedEventsAsync(db, conditions, token);
                var usedTraits = await UsedTraitsAsync(db, conditions, token);
                var unknown = events
                    .Where(name => !usedEvents.Contains(name.Name))
                    .Concat(traits.Where(trait => !usedTraits.Contains(trait.Id)).Select(ToContract))
                    .Where(name => Matches(name, query))
                    .OrderByDescending(static name => name.LastSeenAt ?? name.FirstSeenAt)
                    .ThenBy(static name => name.Name, StringComparer.Ordinal)
                    .ToList();
                var known = usedEvents
                    .Select(static name => (Kind: UnknownNameKind.Event, Name: name))
                    .Concat(traits.Where(trait => usedTraits.Contains(trait.Id)).Select(ToKnown))
                    .ToLookup(static name => name.Kind, static name => name.Name);
                return (unknown, known);
            },
            cancellationToken
        );
    }

    private static bool Matches(UnknownNameResponseData name, UnknownNamesQuery query) =>
        (query.Kinds is null || query.Kinds.Contains(name.Kind))
        && (query.Q is not { } part || name.Name.Contains(part.Trim(), StringComparison.OrdinalIgnoreCase));

    private static Task<List<UnknownNameResponseData>> EventsAsync(
        SchematicDb db,
        CancellationToken cancellationToken
    ) =>
        db
            .Usage.Where(row => row.CompanySeq == UsageRow.AllCompanies && row.Grain == UsageGrain.Total)
            .OrderByDescending(row => row.LastAt)
            .Take(MaxNames)
            .Select(row => new UnknownNameResponseData
            {
                Kind = UnknownNameKind.Event,
                Name = row.EventSubtype,
                Count = row.Events,
                FirstSeenAt = row.FirstAt,
                LastSeenAt = row.LastAt,
            })
            .ToListAsync(cancellationToken);

    private static Task<List<EntityTraitDefinitionRow>> TraitsAsync(
        SchematicDb db,
        CancellationToken cancellationToken
    ) => db.EntityTraitDefinitions.OrderByDescending(row => row.Seq).Take(MaxNames).ToListAsync(cancellationToken);

    private static async Task<HashSet<string>> UsedEventsAsync(
        SchematicDb db,
        List<ConditionDefinition> conditions,
        CancellationToken cancellationToken
    )
    {
        var sold = await db
            .Features.Where(row => row.EventSubtype != null)
            .Select(static row => row.EventSubtype!)
            .ToListAsync(cancellationToken);
        return [.. sold, .. conditions.Select(static condition => condition.EventSubtype).OfType<string>()];
    }

    private static async Task<HashSet<string>> UsedTraitsAsync(
        SchematicDb db,
        List<ConditionDefinition> conditions,
        CancellationToken cancellationToken
    )
    {
        var sold = await db
            .Features.Where(row => row.TraitId != null)
            .Select(static row => row.TraitId!)
            .ToListAsync(cancellationToken);
        return
        [
            .. sold,
            .. conditions
                .SelectMany(static condition => new[] { condition.Trait, condition.ComparisonTrait })
                .OfType<TraitReference>()
                .Select(static trait => trait.Id),
        ];
    }

    private static UnknownNameResponseData ToContract(EntityTraitDefinitionRow trait) =>
        new()
        {
            Kind = Kind(trait),
            Name = Name(trait),
            FirstSeenAt = trait.CreatedAt,
        };

    private static (UnknownNameKind Kind, string Name) ToKnown(EntityTraitDefinitionRow trait) =>
        (Kind(trait), Name(trait));

    private static UnknownNameKind Kind(EntityTraitDefinitionRow trait) =>
        trait.EntityType == EntityType.Company ? UnknownNameKind.CompanyTrait : UnknownNameKind.UserTrait;

    private static string Name(EntityTraitDefinitionRow trait) => TraitPath.Dotted(TraitPath.FromText(trait.Hierarchy));
}
