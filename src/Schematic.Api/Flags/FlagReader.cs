using Microsoft.EntityFrameworkCore;
using Schematic.Api.Entities;
using Schematic.Api.Features;
using Schematic.Api.Flags.Rules;
using Schematic.Api.Members;
using Schematic.Api.Persistence;
using Schematic.Contracts.Flags;

namespace Schematic.Api.Flags;

/// <summary>
/// Reads flags with their rules in the environment of a context: four statements at most, however many flags, rules
/// and ids.
/// </summary>
internal static class FlagReader
{
    /// <summary>To be ordered and cut to a page.</summary>
    public static IQueryable<FlagWithState> Heads(SchematicDb db, IQueryable<FlagRow> flags) =>
        from flag in flags.AsNoTracking()
        join feature in db.Features on flag.FeatureSeq equals (int?)feature.Seq into features
        from feature in features.DefaultIfEmpty()
        join member in db.Members on flag.MaintainerId equals member.Id into members
        from member in members.DefaultIfEmpty()
        join state in db.FlagEnvironments on flag.Seq equals state.FlagSeq into states
        from state in states.DefaultIfEmpty()
        select new FlagWithState
        {
            Flag = flag,
            Feature = feature,
            Maintainer = member,
            State = state,
        };

    /// <summary>Adds to each its rules and what they name, in the same order.</summary>
    public static async Task<IReadOnlyList<FlagDetail>> DetailsAsync(
        SchematicDb db,
        IQueryable<FlagWithState> page,
        CancellationToken cancellationToken
    )
    {
        var heads = await page.ToListAsync(cancellationToken);
        var rules = heads.ConvertAll(static head => RuleSerializer.Read(head.State?.Rules));
        var names = await NamesAsync(db, rules.SelectMany(static all => all), cancellationToken);
        return [.. heads.Zip(rules, (head, own) => new FlagDetail(head, own, names))];
    }

    public static async Task<FlagDetail> DetailAsync(
        SchematicDb db,
        int flagSeq,
        CancellationToken cancellationToken
    ) => (await DetailsAsync(db, Heads(db, db.Flags.Where(row => row.Seq == flagSeq)), cancellationToken))[0];

    public static async Task<RuleNames> NamesAsync(
        SchematicDb db,
        IEnumerable<FlagRule> rules,
        CancellationToken cancellationToken
    )
    {
        var all = rules.ToList();
        return new RuleNames(
            await TraitsAsync(db, TraitIds(all), cancellationToken),
            await ResourcesAsync(db, all, cancellationToken)
        );
    }

    /// <summary>Ids of the traits that rules ask about; the same one any number of times.</summary>
    public static IEnumerable<string> TraitIds(IEnumerable<FlagRule> rules) =>
        rules.SelectMany(static rule => rule.AllConditions).SelectMany(static condition => condition.TraitIds);

    /// <summary>The definitions that exist of <paramref name="ids"/>, by id.</summary>
    public static async Task<Dictionary<string, EntityTraitDefinitionRow>> TraitsAsync(
        SchematicDb db,
        IEnumerable<string> ids,
        CancellationToken cancellationToken
    )
    {
        var distinct = ids.Distinct().ToList();
        if (distinct.Count == 0)
            return [];
        return await db
            .EntityTraitDefinitions.AsNoTracking()
            .Where(row => EF.Parameter(distinct).Contains(row.Id))
            .ToDictionaryAsync(row => row.Id, cancellationToken);
    }

    private static async Task<Dictionary<string, string>> ResourcesAsync(
        SchematicDb db,
        List<FlagRule> rules,
        CancellationToken cancellationToken
    )
    {
        var ids = rules
            .SelectMany(static rule => rule.AllConditions)
            .Where(static condition => condition.ConditionType is ConditionType.Company or ConditionType.User)
            .SelectMany(static condition => condition.ResourceIds)
            .Distinct()
            .ToList();
        var names = (await EntityReader.RowsAsync(db, ids, cancellationToken)).ToDictionary(
            static pair => pair.Key,
            static pair => pair.Value.Name
        );
        var plans = rules
            .SelectMany(static rule => rule.AllConditions)
            .Where(static condition => PlanNames.AreNamedBy(condition.ConditionType))
            .SelectMany(static condition => condition.ResourceIds)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var (id, name) in await PlanNames.ReadAsync(db, plans, cancellationToken))
            names[id] = name;
        return names;
    }
}
