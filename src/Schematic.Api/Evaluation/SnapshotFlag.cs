using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Schematic.Rules;
using Schematic.Rules.Definitions;
using Schematic.Rules.Facts;

namespace Schematic.Api.Evaluation;

/// <summary>A flag ready to be evaluated, with the serialized answers that it has given so far.</summary>
/// <param name="seq">The seq of the flag's row.</param>
/// <param name="featureSeq">The seq of its feature; null if it has none.</param>
/// <param name="prepared">The flag.</param>
internal sealed class SnapshotFlag(int seq, int? featureSeq, PreparedFlag prepared)
{
    // By the id of the deciding rule, or by the reason if none decides: as many as the flag has rules, and a few.
    private readonly ConcurrentDictionary<string, VerdictText> _texts = new(
        concurrencyLevel: 1,
        capacity: 4,
        StringComparer.Ordinal
    );

    // Of what plans give, which all their companies share as long as nothing that is sold changes.
    private readonly ConditionalWeakTable<EntitlementFacts, GivenTexts> _given = [];

    public int Seq => seq;

    public PreparedFlag Prepared => prepared;

    /// <summary>Feature and key by which plans know the flag.</summary>
    public (int Seq, int? FeatureSeq, string Key) Link => (seq, featureSeq, prepared.Key);

    /// <param name="verdict">The verdict, without figures.</param>
    /// <param name="figures">The figures of the company that it is about.</param>
    public SerializedVerdict TextOf(in Verdict verdict, in EntitlementFigures figures)
    {
        var decidedBy = verdict.RuleId ?? verdict.Reason;
        VerdictText? text;
        if (verdict.Entitlement is { IsOverride: false, CreditId: null } given)
        {
            var texts = _given.GetOrCreateValue(given);
            text = texts.Find(decidedBy, figures) ?? texts.Add(decidedBy, figures, Serialize(verdict, figures));
        }
        else if (
            verdict.Entitlement is not null
            || verdict.RuleTier is >= RuleTier.CompanyOverride and <= RuleTier.PlanEntitlementUsageExceeded
        )
            // Rules, entitlements and credits of one company must not appear in the answer to another.
            text = Serialize(verdict, figures);
        else if (!_texts.TryGetValue(decidedBy, out text))
            text = _texts.GetOrAdd(decidedBy, Serialize(verdict, figures));
        return new SerializedVerdict(text, figures);
    }

    private VerdictText Serialize(in Verdict verdict, in EntitlementFigures figures) =>
        VerdictText.FromVerdict(figures.Complete(verdict).ToContract(prepared.Key));

    /// <summary>
    /// Texts about one entitlement: two where there is a limit, more where its price has tiers. Those of a period that
    /// has passed make room for others.
    /// </summary>
    private sealed class GivenTexts
    {
        private const int Most = 16;

        private volatile Entry[] _entries = [];

        public VerdictText? Find(string decidedBy, in EntitlementFigures figures)
        {
            foreach (var entry in _entries)
            {
                if (entry.IsOf(decidedBy, figures))
                    return entry.Text;
            }

            return null;
        }

        // Two that add at once: one is lost, and written again.
        public VerdictText Add(string decidedBy, in EntitlementFigures figures, VerdictText text)
        {
            _entries = [new Entry(decidedBy, figures, text), .. _entries.Take(Most - 1)];
            return text;
        }
    }

    private sealed class Entry(string decidedBy, EntitlementFigures figures, VerdictText text)
    {
        public VerdictText Text => text;

        // Limit and usage are not part of the text, but for whether they are told.
        public bool IsOf(string rule, in EntitlementFigures other) =>
            decidedBy == rule
            && figures.SoftLimit == other.SoftLimit
            && figures.ResetAt == other.ResetAt
            && figures.Allocation.HasValue == other.Allocation.HasValue
            && figures.Usage.HasValue == other.Usage.HasValue;
    }
}
