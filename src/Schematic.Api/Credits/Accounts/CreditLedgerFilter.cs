using Microsoft.EntityFrameworkCore;
using Schematic.Api.Features;
using Schematic.Api.Http;
using Schematic.Api.Persistence;
using Schematic.Contracts.Credits;
using Schematic.Contracts.Wire;

namespace Schematic.Api.Credits.Accounts;

/// <summary>The filters of the ledger with what they name looked up; null does not filter.</summary>
/// <param name="CreditTypeSeq">0 if there is no such type, which has no rows.</param>
/// <param name="FeatureSeq">0 if there is no such feature, which has no rows.</param>
internal sealed record CreditLedgerFilter(
    long? CompanySeq,
    int? CreditTypeSeq,
    int? FeatureSeq,
    DateTimeOffset? Start,
    DateTimeOffset? End
)
{
    public static async Task<CreditLedgerFilter> ReadAsync(
        SchematicDb db,
        CreditLedgerQuery query,
        CancellationToken cancellationToken
    )
    {
        var (start, end) = (Time(query.StartTime, "start_time"), Time(query.EndTime, "end_time"));
        long? companySeq = query.CompanyId is { } companyId
            ? (await CompanyCreditStore.FindCompanyAsync(db, companyId, cancellationToken)).Seq
            : null;
        int? creditTypeSeq = query.BillingCreditId is { } creditId
            ? await db
                .AllCreditTypes.Where(row => row.Id == creditId)
                .Select(static row => row.Seq)
                .FirstOrDefaultAsync(cancellationToken)
            : null;
        int? featureSeq = query.FeatureId is { } featureId
            ? await db
                .Features.Where(row => row.Id == featureId)
                .Select(static row => row.Seq)
                .FirstOrDefaultAsync(cancellationToken)
            : null;
        return new CreditLedgerFilter(companySeq, creditTypeSeq, featureSeq, start, end);
    }

    public IQueryable<CreditLedgerRow> Apply(SchematicDb db, CreditLedgerQuery query)
    {
        var rows = db.CreditLedger.AsQueryable();
        if (CompanySeq is { } companySeq)
            rows = rows.Where(row => row.CompanySeq == companySeq);
        if (CreditTypeSeq is { } creditTypeSeq)
            rows = rows.Where(row => row.CreditTypeSeq == creditTypeSeq);
        if (FeatureSeq is { } featureSeq)
            rows = rows.Where(row => row.FeatureSeq != null && row.FeatureSeq == featureSeq);
        if (query.UsageEventId is { } eventId)
            rows = rows.Where(row => row.UsageEventId != null && row.UsageEventId == eventId);
        rows = query.EventType switch
        {
            null => rows,
            CreditEventType.Usage => rows.Where(static row => row.EventType == CreditEventType.Usage),
            // As the index of what is rare has it.
            var type => rows.Where(row => row.EventType != CreditEventType.Usage && row.EventType == type),
        };
        if (Start is { } start)
            rows = rows.Where(row => row.EventAt >= start);
        if (End is { } end)
            rows = rows.Where(row => row.EventAt < end);
        return rows;
    }

    private static DateTimeOffset? Time(string? given, string field) =>
        given is null ? null
        : WireTime.TryParse(given, out var time) ? time
        : throw ApiProblem.BadRequest(
            $"{field} must be a time in RFC 3339 with an offset, such as 2026-11-20T13:37:00Z.",
            field
        );
}
