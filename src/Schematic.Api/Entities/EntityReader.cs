using Microsoft.EntityFrameworkCore;
using Schematic.Api.Persistence;

namespace Schematic.Api.Entities;

/// <summary>Reads entities with their keys and traits: three statements, however many entities.</summary>
internal static class EntityReader
{
    /// <summary>In the order of <paramref name="seqs"/>; one that is gone by now is left out.</summary>
    public static async Task<List<EntityDetail>> DetailsAsync(SchematicDb db, IReadOnlyList<long> seqs, CancellationToken cancellationToken)
    {
        if (seqs.Count == 0)
            return [];
        var details = (await db.Entities.AsNoTracking()
            .Where(row => seqs.Contains(row.Seq))
            .Select(row => new EntityDetail
            {
                Seq = row.Seq,
                Id = row.Id,
                EntityType = row.EntityType,
                Name = row.Name,
                LastSeenAt = row.LastSeenAt,
                CreatedAt = row.CreatedAt,
                UpdatedAt = row.UpdatedAt,
            })
            .ToListAsync(cancellationToken)).ToDictionary(detail => detail.Seq);
        await AddKeysAsync(db, details, cancellationToken);
        await AddTraitsAsync(db, details, cancellationToken);
        return [.. seqs.Where(details.ContainsKey).Select(seq => details[seq])];
    }

    private static async Task AddKeysAsync(SchematicDb db, Dictionary<long, EntityDetail> details, CancellationToken cancellationToken)
    {
        var keys = await db.EntityKeys.AsNoTracking()
            .Where(row => details.Keys.Contains(row.EntitySeq))
            .Select(row => new { row.EntitySeq, Detail = new KeyDetail(row.Definition, row.Value, row.CreatedAt, row.UpdatedAt) })
            .ToListAsync(cancellationToken);
        foreach (var key in keys)
            details[key.EntitySeq].Keys[key.Detail.Definition.Key] = key.Detail;
    }

    private static async Task AddTraitsAsync(SchematicDb db, Dictionary<long, EntityDetail> details, CancellationToken cancellationToken)
    {
        var traits = await db.EntityTraits.AsNoTracking()
            .Where(row => details.Keys.Contains(row.EntitySeq))
            .Select(row => new { row.EntitySeq, Detail = new TraitDetail(row.Definition, row.Value, row.CreatedAt, row.UpdatedAt) })
            .ToListAsync(cancellationToken);
        foreach (var trait in traits)
            details[trait.EntitySeq].Traits[trait.Detail.Definition.Hierarchy] = trait.Detail;
    }
}
