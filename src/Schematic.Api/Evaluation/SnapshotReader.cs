using Microsoft.EntityFrameworkCore;
using Schematic.Api.Flags;
using Schematic.Api.Flags.Rules;
using Schematic.Api.Persistence;

namespace Schematic.Api.Evaluation;

/// <summary>Reads flags as evaluation needs them, in the environment of a context: two statements at a time.</summary>
internal static class SnapshotReader
{
    // What is read and not kept stays small, however many flags there are.
    private const int FlagsAtOnce = 500;

    /// <summary>Reads every flag, in no order.</summary>
    public static async Task<IReadOnlyCollection<SnapshotFlag>> AllAsync(
        SchematicDb db,
        CancellationToken cancellationToken
    )
    {
        // By seq, so that one whose row is read twice is there once.
        var flags = new Dictionary<int, SnapshotFlag>();
        var last = 0;
        while (true)
        {
            var after = last;
            var rows = db.Flags.Where(row => row.Seq > after).OrderBy(static row => row.Seq).Take(FlagsAtOnce);
            var some = await PreparedAsync(db, rows, cancellationToken);
            foreach (var flag in some)
                flags[flag.Seq] = flag;
            if (some.Count < FlagsAtOnce)
                return flags.Values;
            last = some.Max(static flag => flag.Seq);
        }
    }

    /// <summary>Reads the flags of these seqs; a seq without a flag is left out.</summary>
    public static async Task<IReadOnlyCollection<SnapshotFlag>> SomeAsync(
        SchematicDb db,
        IReadOnlyCollection<long> seqs,
        CancellationToken cancellationToken
    )
    {
        var some = new List<SnapshotFlag>(seqs.Count);
        foreach (var chunk in seqs.Select(static seq => (int)seq).Chunk(FlagsAtOnce))
            some.AddRange(
                await PreparedAsync(db, db.Flags.Where(row => EF.Parameter(chunk).Contains(row.Seq)), cancellationToken)
            );
        return some;
    }

    private static async Task<List<SnapshotFlag>> PreparedAsync(
        SchematicDb db,
        IQueryable<FlagRow> flags,
        CancellationToken cancellationToken
    )
    {
        var environments = db.FlagEnvironments;
        var rows = await flags
            .AsNoTracking()
            .Select(flag => new
            {
                Flag = flag,
                Stored = environments
                    .Where(state => state.FlagSeq == flag.Seq)
                    .Select(state => state.Rules)
                    .FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        var rules = rows.ConvertAll(static row => RuleSerializer.Read(row.Stored));
        var traits = await FlagReader.TraitsAsync(
            db,
            FlagReader.TraitIds(rules.SelectMany(static all => all)),
            cancellationToken
        );
        var names = new RuleNames(traits, new Dictionary<string, string>());
        return
        [
            .. rows.Zip(
                rules,
                (row, own) =>
                    new SnapshotFlag(row.Flag.Seq, row.Flag.FeatureSeq, FlagPreparation.Prepare(row.Flag, own, names))
            ),
        ];
    }
}
