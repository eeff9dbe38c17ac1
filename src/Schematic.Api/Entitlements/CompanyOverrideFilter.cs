using Schematic.Api.Entities;
using Schematic.Api.Features;
using Schematic.Api.Persistence;
using Schematic.Contracts.Entitlements;

namespace Schematic.Api.Entitlements;

/// <summary>The overrides that a list shows.</summary>
internal static class CompanyOverrideFilter
{
    public static IQueryable<CompanyOverrideRow> Apply(SchematicDb db, CompanyOverridesQuery query, DateTimeOffset now)
    {
        var (companies, features) = (db.Companies, db.Features);
        var rows = ByTime(db.CompanyOverrides, query, now);
        if (query.Ids is { } ids)
            rows = rows.Where(row => ids.Contains(row.Id));
        if ((query.CompanyIds ?? Only(query.CompanyId)) is { } companyIds)
            rows = rows.Where(row => companies.Any(one => one.Seq == row.CompanySeq && companyIds.Contains(one.Id)));
        if ((query.FeatureIds ?? Only(query.FeatureId)) is { } featureIds)
            rows = rows.Where(row => features.Any(one => one.Seq == row.FeatureSeq && featureIds.Contains(one.Id)));
        if (query.WithoutNote is { } without)
        {
            var notes = db.CompanyOverrideNotes;
            rows = rows.Where(row => notes.Any(note => note.CompanyOverrideSeq == row.Seq) != without);
        }

        if (TextPart.FromQuery(query.Q) is { } part)
            rows = rows.Where(row =>
                features.Any(one => one.Seq == row.FeatureSeq && one.Name.ToLower().Contains(part))
                || companies.Any(one => one.Seq == row.CompanySeq && one.SortName.Contains(part))
            );
        return rows;
    }

    // An override without an end is neither before nor after a time.
    private static IQueryable<CompanyOverrideRow> ByTime(
        IQueryable<CompanyOverrideRow> rows,
        CompanyOverridesQuery query,
        DateTimeOffset now
    )
    {
        if (query.WithoutExpired == true || query.IsExpired == false)
            rows = rows.Where(row => row.ExpiresAt == null || row.ExpiresAt > now);
        if (query.IsExpired == true)
            rows = rows.Where(row => row.ExpiresAt <= now);
        if (query.ExpiresAfter is { } after)
            rows = rows.Where(row => row.ExpiresAt > after);
        if (query.ExpiresBefore is { } before)
            rows = rows.Where(row => row.ExpiresAt < before);
        return rows;
    }

    private static IReadOnlyList<string>? Only(string? id) => id is null ? null : [id];
}
