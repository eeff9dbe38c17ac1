using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Schematic.Api.Credits.Accounts;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Sql;
using Schematic.Contracts.Credits;
using Schematic.Contracts.Wire;

namespace Schematic.Api.Credits.SelfCheck;

/// <summary>
/// Recomputes every balance of an environment from its ledger. Accounts are read a few at a time, each as of one
/// moment; what moves between is checked as it is then. A difference is an error in the log, and kept for the console.
/// </summary>
internal sealed partial class CreditSelfCheck(IDatabase database, TimeProvider time, ILogger<CreditSelfCheck> logger)
{
    /// <summary>How many differences are kept and logged one by one; all are counted.</summary>
    public const int KeptDifferences = 100;

    // Ledgers are summed as they are read: few accounts, so that a statement is short however long their ledgers are.
    private const int AccountsAtOnce = 50;

    public async Task<CreditSelfCheckResponseData> RunAsync(int environmentSeq, CancellationToken cancellationToken)
    {
        var startedAt = time.Now();
        var (accounts, count) = (0L, 0L);
        var kept = new List<CreditDifference>();
        await using var db = database.Open(environmentSeq);
        var types = await db.AllCreditTypes.OrderBy(static row => row.Seq).ToListAsync(cancellationToken);
        foreach (var type in types)
        {
            var after = 0L;
            while (
                await AccountFiguresReader.ReadAsync(db, type.Seq, after, AccountsAtOnce, cancellationToken)
                    is { Count: > 0 } page
            )
            {
                accounts += page.Count;
                after = page[^1].BalanceSeq;
                foreach (var account in page)
                {
                    var found = account.Differences().ToList();
                    count += found.Count;
                    foreach (var one in found.Take(KeptDifferences - kept.Count))
                        kept.Add(await NameAsync(db, type, account, one, cancellationToken));
                }
            }
        }

        Report(environmentSeq, count, kept);
        var result = new CreditSelfCheckResponseData
        {
            Accounts = accounts,
            CheckedAt = time.Now(),
            DifferenceCount = count,
            Differences = kept,
        };
        await KeepAsync(environmentSeq, startedAt, result, cancellationToken);
        return result;
    }

    /// <summary>The last check; one that never was has checked nothing.</summary>
    public static async Task<CreditSelfCheckResponseData> ReadAsync(
        SchematicDb db,
        CancellationToken cancellationToken
    ) =>
        await db.CreditSelfChecks.AsNoTracking().FirstOrDefaultAsync(cancellationToken) is { } row
            ? new()
            {
                Accounts = row.Accounts,
                CheckedAt = row.CheckedAt,
                DifferenceCount = row.DifferenceCount,
                Differences = JsonSerializer.Deserialize<IReadOnlyList<CreditDifference>>(
                    row.Differences,
                    WireJson.Tolerant
                )!,
            }
            : new()
            {
                Accounts = 0,
                DifferenceCount = 0,
                Differences = [],
            };

    private static async Task<CreditDifference> NameAsync(
        SchematicDb db,
        CreditTypeRow type,
        AccountFigures account,
        FoundDifference found,
        CancellationToken cancellationToken
    )
    {
        var names = await CreditNames.ReadAsync(db, [account.CompanySeq], [], cancellationToken);
        var company = names.Companies.GetValueOrDefault(account.CompanySeq);
        return new CreditDifference
        {
            CompanyId = company?.Id ?? "",
            CompanyName = company?.Name ?? "",
            CreditId = type.Id,
            CreditName = type.Name,
            GrantId = found.GrantNumber is { } number
                ? await db
                    .CreditGrants.Where(row =>
                        row.CompanySeq == account.CompanySeq && row.CreditTypeSeq == type.Seq && row.Number == number
                    )
                    .Select(static row => row.Id)
                    .FirstOrDefaultAsync(cancellationToken)
                : null,
            Kind = found.Kind,
            Expected = ToWire(found.Expected),
            Found = ToWire(found.Found),
        };
    }

    private Task KeepAsync(
        int environmentSeq,
        DateTimeOffset startedAt,
        CreditSelfCheckResponseData result,
        CancellationToken cancellationToken
    )
    {
        var rows = new SqlRows(
            "environment_seq",
            "started_at",
            "checked_at",
            "accounts",
            "difference_count",
            "differences"
        );
        rows.Add(
            environmentSeq,
            startedAt,
            result.CheckedAt!.Value,
            result.Accounts,
            result.DifferenceCount,
            JsonSerializer.Serialize(result.Differences, WireJson.Strict)
        );
        const string conflict = """
            ON CONFLICT (environment_seq) DO UPDATE SET started_at = excluded.started_at,
                checked_at = excluded.checked_at, accounts = excluded.accounts,
                difference_count = excluded.difference_count, differences = excluded.differences
            """;
        return database.WriteAsync(
            environmentSeq,
            async (db, token) =>
            {
                foreach (var statement in db.Dialect.Insert(new SqlLiteral("credit_self_checks"), rows, conflict))
                    await db.ExecuteAsync(statement, token);
            },
            cancellationToken
        );
    }

    private void Report(int environmentSeq, long count, IReadOnlyList<CreditDifference> kept)
    {
        if (count == 0)
            return;
        Log.Differences(logger, environmentSeq, count);
        foreach (var one in kept)
            Log.Difference(logger, one.Kind, one.CompanyId, one.CreditId, one.GrantId, one.Expected, one.Found);
    }

    private static double ToWire(decimal microCredits) => (double)(microCredits / Rules.Facts.MicroCredits.One);

    private static partial class Log
    {
        [LoggerMessage(
            Level = LogLevel.Error,
            Message = "Balances of credits in environment {Environment} differ from the ledger in {Count} places"
        )]
        public static partial void Differences(ILogger logger, int environment, long count);

        [LoggerMessage(
            Level = LogLevel.Error,
            Message = "{Kind} of company {Company}, credit {Credit}, grant {Grant}: {Expected} expected, {Found} found"
        )]
        public static partial void Difference(
            ILogger logger,
            CreditDifferenceKind kind,
            string company,
            string credit,
            string? grant,
            double expected,
            double found
        );
    }
}
