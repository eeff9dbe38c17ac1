using Microsoft.EntityFrameworkCore;
using Schematic.Api.Entities;
using Schematic.Api.Events.Metering;
using Schematic.Api.Features;
using Schematic.Api.Http;
using Schematic.Api.Persistence;

namespace Schematic.Api.Insights;

/// <summary>Finds the features and companies that reads of usage name.</summary>
internal static class UsageSubjects
{
    public static async Task<FeatureRow> FeatureAsync(SchematicDb db, string id, CancellationToken cancellationToken) =>
        await db.Features.FirstOrDefaultAsync(row => row.Id == id, cancellationToken)
        ?? throw ApiProblem.NotFoundInAccount("feature", id).About("feature_id");

    public static async Task<long> CompanyAsync(SchematicDb db, string id, CancellationToken cancellationToken) =>
        await db
            .Companies.Where(row => row.Id == id)
            .Select(static row => (long?)row.Seq)
            .FirstOrDefaultAsync(cancellationToken)
        ?? throw ApiProblem.NotFound("company", id).About("company_id");

    /// <summary>The event that a feature counts, and the whole days of a time.</summary>
    public static async Task<(string Subtype, MetricSpan Days)> CountedAsync(
        SchematicDb db,
        string featureId,
        DateTimeOffset start,
        DateTimeOffset end,
        CancellationToken cancellationToken
    )
    {
        var feature = await FeatureAsync(db, featureId, cancellationToken);
        var (first, last) = (MetricPeriods.Day(start), MetricPeriods.Day(end));
        if (end <= start)
            throw ApiProblem.BadRequest("end_time must be after start_time.", "end_time");
        // No day follows the last of the calendar.
        var isLastOfAll = last == MetricPeriods.Day(DateTimeOffset.MaxValue);
        var span = new MetricSpan(
            first,
            isLastOfAll ? end
                : last < end ? last.AddDays(1)
                : last
        );
        return feature.EventSubtype is { } subtype
            ? (subtype, span)
            : throw ApiProblem.BadRequest(
                $"The feature {feature.Id} counts no event. Name one with an event_subtype.",
                "feature_id"
            );
    }

    /// <summary>Part of the total, 0 to 1.</summary>
    public static double Share(long part, long total) => total > 0 ? (double)part / total : 0;
}
