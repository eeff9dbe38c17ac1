using System.Collections.Concurrent;
using Schematic.Rules;
using Schematic.Rules.Definitions;

namespace Schematic.Api.Evaluation;

/// <summary>A flag ready to be evaluated, with the serialized answers that it has given so far.</summary>
/// <param name="seq">The seq of the flag's row.</param>
/// <param name="featureSeq">The seq of its feature; null if it has none.</param>
/// <param name="prepared">The flag.</param>
internal sealed class SnapshotFlag(int seq, int? featureSeq, PreparedFlag prepared)
{
    // By the id of the deciding rule, or by the reason if none decides: as many as the flag has rules, and a few.
    private readonly ConcurrentDictionary<string, SerializedVerdict> _texts = new(
        concurrencyLevel: 1,
        capacity: 4,
        StringComparer.Ordinal
    );

    public int Seq => seq;

    public PreparedFlag Prepared => prepared;

    /// <summary>Feature and key by which plans know the flag.</summary>
    public (int Seq, int? FeatureSeq, string Key) Link => (seq, featureSeq, prepared.Key);

    public SerializedVerdict TextOf(in Verdict verdict)
    {
        // Rules and entitlements of one company must not appear in the answer to another.
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
