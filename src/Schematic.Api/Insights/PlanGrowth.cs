using Schematic.Api.Authentication;
using Schematic.Api.Events.Metering;
using Schematic.Api.Persistence;
using Schematic.Contracts.Insights;

namespace Schematic.Api.Insights;

/// <summary>
/// Number of companies on each plan, month by month: the number of now, from which later changes are taken back.
/// Companies that were deleted are in no month.
/// </summary>
internal sealed class PlanGrowth(IDatabase database, Caller caller, TimeProvider time)
{
    private const int DefaultMonths = 12;

    /// <summary>As many as the published description allows.</summary>
    private const int MaxPoints = 1000;

    public Task<PlanGrowthResponseData> GetAsync(PlanGrowthQuery query, CancellationToken cancellationToken)
    {
        var current = MetricPeriods.Month(time.Now());
        var months = Enumerable
            .Range(0, (int)(query.Months ?? DefaultMonths))
            .Select(ago => current.AddMonths(-ago))
            .ToList();
        return database.ListSharedAsync(
            caller.Environment.Seq,
            async (db, token) =>
            {
                var companies = await PlanGrowthSql.CompaniesAsync(db, token);
                var moves = await PlanGrowthSql.MovesAsync(db, months, token);
                var names = await PlanGrowthSql.NamesAsync(db, token);
                return new PlanGrowthResponseData { Points = Points(months, companies, moves, names) };
            },
            cancellationToken
        );
    }

    /// <param name="months">Newest first.</param>
    private static List<PlanGrowthPointResponseData> Points(
        List<DateTimeOffset> months,
        Dictionary<string, long> companies,
        IReadOnlyList<PlanMoves> moves,
        IReadOnlyDictionary<string, string> names
    )
    {
        // Of too many plans, those that most companies have.
        var plans = companies
            .Keys.Concat(moves.SelectMany(static move => new[] { move.FromPlanId, move.ToPlanId }).OfType<string>())
            .Distinct(StringComparer.Ordinal)
            .OrderByDescending(companies.GetValueOrDefault)
            .Take(MaxPoints / months.Count)
            .OrderBy(id => names[id], StringComparer.Ordinal)
            .ThenBy(static id => id, StringComparer.Ordinal)
            .ToList();
        var ofMonth = moves.ToLookup(static move => move.MonthsAgo);
        var points = new List<IEnumerable<PlanGrowthPointResponseData>>();
        for (var ago = 0; ago < months.Count; ago++)
        {
            points.Add(
                plans.ConvertAll(id => new PlanGrowthPointResponseData
                {
                    Month = months[ago],
                    PlanId = id,
                    PlanName = names[id],
                    Subscribers = companies.GetValueOrDefault(id),
                })
            );
            foreach (var move in ofMonth[ago])
                TakeBack(companies, move);
        }

        return [.. Enumerable.Reverse(points).SelectMany(static month => month)];
    }

    private static void TakeBack(Dictionary<string, long> companies, PlanMoves moves)
    {
        if (moves.ToPlanId is { } to)
            companies[to] = companies.GetValueOrDefault(to) - moves.Companies;
        if (moves.FromPlanId is { } from)
            companies[from] = companies.GetValueOrDefault(from) + moves.Companies;
    }
}
