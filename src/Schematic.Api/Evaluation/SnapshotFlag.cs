using System.Collections.Concurrent;
using Schematic.Rules;
using Schematic.Rules.Definitions;

namespace Schematic.Api.Evaluation;

/// <summary>A flag, ready to be evaluated, with the texts of what it has answered.</summary>
/// <param name="seq">The row's, for what is noted about the flag.</param>
internal sealed class SnapshotFlag(int seq, PreparedFlag prepared)
{
    // By the id of the rule that decides, or by the reason where none does: as many as the flag has rules, and a few.
    private readonly ConcurrentDictionary<string, SerializedVerdict> _texts = new(StringComparer.Ordinal);

    public int Seq => seq;

    public PreparedFlag Prepared => prepared;

    public SerializedVerdict TextOf(in Verdict verdict)
    {
        // What a company has of its own, rules and entitlements, is in nobody else's text.
        if (
            verdict.Entitlement is not null
            || verdict.RuleTier is >= RuleTier.CompanyOverride and <= RuleTier.PlanEntitlementUsageExceeded
        )
            return SerializedVerdict.FromVerdict(verdict.ToContract(prepared.Key));
        var decidedBy = verdict.RuleId ?? verdict.Reason;
        return _texts.TryGetValue(decidedBy, out var known)
            ? known
            : _texts.GetOrAdd(decidedBy, SerializedVerdict.FromVerdict(verdict.ToContract(prepared.Key)));
    }
}
