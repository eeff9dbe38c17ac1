using Microsoft.EntityFrameworkCore;
using Schematic.Api.Authentication;
using Schematic.Api.Companies;
using Schematic.Api.Entities;
using Schematic.Api.Events.Metering;
using Schematic.Api.Persistence;
using Schematic.Contracts.Insights;
using Schematic.Contracts.Plans;
using Schematic.Contracts.Wire;

namespace Schematic.Api.Insights;

/// <summary>Usage of one feature by the users of a company. Source: domain, usage reads.</summary>
internal sealed class UserUsage(IDatabase database, Caller caller, TimeProvider time)
{
    private static readonly TimeSpan Default = TimeSpan.FromDays(30);

    public Task<UserUsageByCompanyResponseData> OfCompanyAsync(
        UserUsageByCompanyQuery query,
        CancellationToken cancellationToken
    )
    {
        var end = query.EndTime ?? time.Now();
        var start = query.StartTime ?? Before(end);
        return database.ListSharedAsync(
            caller.Environment.Seq,
            async (db, token) =>
            {
                var (subtype, span) = await UsageSubjects.CountedAsync(db, query.FeatureId, start, end, token);
                var company = await UsageSubjects.CompanyAsync(db, query.CompanyId, token);
                var total = await UsageSql.SumAsync(db, company, subtype, span, token);
                var users = await UsageSql.UsersAsync(db, company, subtype, span, token);
                var rows = WithUnattributed(users, total);
                return new UserUsageByCompanyResponseData
                {
                    ActiveUsers = users.Count,
                    CompanyId = query.CompanyId,
                    StartTime = span.Start,
                    EndTime = span.End!.Value,
                    EventSubtype = subtype,
                    FeatureId = query.FeatureId,
                    TotalUsage = total,
                    UserCount = await db.CompanyMemberships.LongCountAsync(row => row.CompanySeq == company, token),
                    Users = await UsersAsync(db, Page(rows, query), total, token),
                };
            },
            cancellationToken
        );
    }

    // What came without a user is one more row; there is none where everything had one.
    // No day comes before the first of the calendar.
    private static DateTimeOffset Before(DateTimeOffset end) =>
        end - DateTimeOffset.MinValue < Default ? DateTimeOffset.MinValue : end - Default;

    private static List<UserSum> WithUnattributed(List<UserSum> users, long total)
    {
        var rest = total - users.Sum(static user => user.Quantity);
        var rows = rest == 0 ? users : [.. users, new UserSum(UsageRow.AllUsers, rest)];
        return [.. rows.OrderByDescending(static row => row.Quantity).ThenBy(static row => row.Seq)];
    }

    private static List<UserSum> Page(List<UserSum> rows, Page page) =>
        [.. rows.Skip((int)Math.Min(page.Offset!.Value, int.MaxValue)).Take(page.Limit!.Value)];

    private static async Task<IReadOnlyList<UserUsageResponseData>> UsersAsync(
        SchematicDb db,
        List<UserSum> page,
        long total,
        CancellationToken cancellationToken
    )
    {
        var seqs = page.ConvertAll(static row => row.Seq);
        var users = await db
            .Users.Where(row => seqs.Contains(row.Seq))
            .ToDictionaryAsync(static row => row.Seq, cancellationToken);
        return page.ConvertAll(row =>
        {
            var user = users.GetValueOrDefault(row.Seq);
            return new UserUsageResponseData
            {
                LastSeenAt = user?.LastSeenAt,
                Share = UsageSubjects.Share(row.Quantity, total),
                Usage = row.Quantity,
                User = user is null ? null : new PreviewObject { Id = user.Id, Name = user.Name },
                UserId = user?.Id,
            };
        });
    }
}
