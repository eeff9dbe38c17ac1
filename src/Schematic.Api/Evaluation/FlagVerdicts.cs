using Microsoft.EntityFrameworkCore;
using Schematic.Api.Authentication;
using Schematic.Api.Entities;
using Schematic.Api.Flags;
using Schematic.Api.Flags.Rules;
using Schematic.Api.Http;
using Schematic.Api.Persistence;
using Schematic.Contracts.Flags;
using Schematic.Rules;

namespace Schematic.Api.Evaluation;

/// <summary>
/// Every flag with its verdict for one company and user, for a person to look at: nothing is recorded, so that no flag
/// counts as used because somebody read the list.
/// </summary>
internal sealed class FlagVerdicts(IDatabase database, FlagChecks checks, Caller caller)
{
    /// <summary>The flag that the text names exactly comes first, then the others by name.</summary>
    /// <exception cref="ApiException">404 if there is no such company or user.</exception>
    public async Task<IReadOnlyList<FlagVerdictResponseData>> ListAsync(
        FlagVerdictsQuery query,
        CancellationToken cancellationToken
    ) =>
        [
            .. (await FindAsync(query, cancellationToken))
                .OrderByDescending(found => found.Key == query.Q || found.FlagId == query.Q)
                .ThenBy(static found => found.Name, StringComparer.OrdinalIgnoreCase)
                .ThenBy(static found => found.Key, StringComparer.Ordinal)
                .Skip((int)Math.Min(query.Offset!.Value, int.MaxValue))
                .Take(query.Limit!.Value),
        ];

    /// <inheritdoc cref="ListAsync"/>
    public async Task<long> CountAsync(FlagVerdictsQuery query, CancellationToken cancellationToken) =>
        (await FindAsync(query, cancellationToken)).LongCount();

    private async Task<IEnumerable<FlagVerdictResponseData>> FindAsync(
        FlagVerdictsQuery query,
        CancellationToken cancellationToken
    )
    {
        var (subject, verdicts) = await checks.TryAllAsync(
            Named(query.CompanyId),
            Named(query.UserId),
            cancellationToken
        );
        if (subject.IsCompanyMissing)
            throw ApiProblem.NotFound("company", query.CompanyId!).About("company_id");
        if (subject.IsUserMissing)
            throw ApiProblem.NotFound("user", query.UserId!).About("user_id");
        var names = await NamesAsync(query, cancellationToken);
        return verdicts
            .Where(verdict => query.Value is not { } value || verdict.Value == value)
            .Where(verdict => names.ContainsKey(verdict.FlagId!))
            .Select(verdict => ToContract(verdict, names[verdict.FlagId!]));
    }

    // The snapshot has no names: applications never see them.
    private Task<Dictionary<string, (string Key, string Name)>> NamesAsync(
        FlagVerdictsQuery query,
        CancellationToken cancellationToken
    ) =>
        database.ListSharedAsync(
            caller.Environment.Seq,
            async (db, token) =>
                (
                    await FlagStore
                        .Matching(db, query.Q)
                        .Select(static row => new
                        {
                            row.Id,
                            row.Key,
                            row.Name,
                        })
                        .ToListAsync(token)
                ).ToDictionary(static row => row.Id, static row => (row.Key, row.Name), StringComparer.Ordinal),
            cancellationToken
        );

    private static FlagVerdictResponseData ToContract(Verdict verdict, (string Key, string Name) flag) =>
        new()
        {
            FlagId = verdict.FlagId!,
            Key = flag.Key,
            Name = flag.Name,
            Reason = verdict.Reason,
            RuleId = verdict.RuleId,
            RuleType = verdict.RuleTier?.ToContract(),
            Value = verdict.Value,
        };

    private static Dictionary<string, string>? Named(string? id) =>
        id is null ? null : new() { [EntityKeys.IdKey] = id };
}
