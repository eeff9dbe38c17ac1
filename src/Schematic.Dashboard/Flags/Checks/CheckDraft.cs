using Microsoft.AspNetCore.Components.Forms;
using Schematic.Dashboard.Entities;

namespace Schematic.Dashboard.Flags.Checks;

/// <summary>The form of a check: what is typed, with numbers as text.</summary>
public sealed class CheckDraft
{
    /// <summary>The most credits that the API takes in one check.</summary>
    public const int MaxCosts = 100;

    private const string NoCount = "Enter a whole number, 0 or more.";

    public string CompanyKey { get; set; } = EntityApi.IdKey;

    public string Company { get; set; } = "";

    public string UserKey { get; set; } = EntityApi.IdKey;

    public string User { get; set; } = "";

    public string? Usage { get; set; }

    public string? Event { get; set; }

    public string? EventUsage { get; set; }

    public List<CostDraft> Costs { get; } = [];

    public bool WithDraft { get; set; } = true;

    public bool HasPreflight => Entered(Usage) || Entered(Event) || Entered(EventUsage) || Costs.Count > 0;

    /// <summary>Fills the form with the question of an address.</summary>
    public void Read(FlagCheckQuery query)
    {
        (CompanyKey, Company, UserKey, User, WithDraft) = (
            query.CompanyKey,
            query.Company,
            query.UserKey,
            query.User,
            !query.IsSavedOnly
        );
        (Usage, Event, EventUsage) = (
            FlagCheckQuery.Text(query.Usage),
            query.Event,
            FlagCheckQuery.Text(query.EventUsage)
        );
        Costs.Clear();
        Costs.AddRange(
            query.CreditCosts.Select(static cost => new CostDraft
            {
                CreditId = cost.CreditId,
                Amount = CreditCost.AmountText(cost.Amount),
            })
        );
    }

    /// <summary>Returns the fields that are wrong, and what is wrong with them.</summary>
    public IEnumerable<(FieldIdentifier Field, string Wrong)> Mistakes()
    {
        if (Entered(Usage) && FlagCheckQuery.Number(Trimmed(Usage)) is null)
            yield return (new FieldIdentifier(this, nameof(Usage)), NoCount);
        if (Entered(EventUsage) ? FlagCheckQuery.Number(Trimmed(EventUsage)) is null : Entered(Event))
            yield return (new FieldIdentifier(this, nameof(EventUsage)), NoCount);
        if (Entered(EventUsage) && !Entered(Event))
            yield return (new FieldIdentifier(this, nameof(Event)), "Name the event.");
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var cost in Costs.Where(static cost => !cost.IsEmpty))
        {
            if (!Entered(cost.CreditId))
                yield return (new FieldIdentifier(cost, nameof(cost.CreditId)), "Name the credit.");
            else if (!named.Add(Trimmed(cost.CreditId)))
                yield return (new FieldIdentifier(cost, nameof(cost.CreditId)), "This credit is named above.");
            if (CreditCost.AmountOf(Trimmed(cost.Amount)) is null)
                yield return (new FieldIdentifier(cost, nameof(cost.Amount)), "Enter a number, 0 or more.");
        }
    }

    /// <summary>Makes the question. Call only if there are no mistakes.</summary>
    public FlagCheckQuery ToQuery() =>
        new()
        {
            CompanyKey = CompanyKey,
            Company = Company.Trim(),
            UserKey = UserKey,
            User = User.Trim(),
            Usage = FlagCheckQuery.Number(Trimmed(Usage)),
            Event = Trimmed(Event),
            EventUsage = FlagCheckQuery.Number(Trimmed(EventUsage)),
            CreditCosts =
            [
                .. Costs
                    .Where(static cost => !cost.IsEmpty)
                    .Select(static cost => new CreditCost(
                        Trimmed(cost.CreditId),
                        CreditCost.AmountOf(Trimmed(cost.Amount))!.Value
                    )),
            ],
            IsSavedOnly = !WithDraft,
            IsAsked = true,
        };

    private static bool Entered(string? text) => !string.IsNullOrWhiteSpace(text);

    private static string Trimmed(string? text) => (text ?? "").Trim();

    /// <summary>The cost of an action in one credit, as it is typed.</summary>
    public sealed class CostDraft
    {
        public string? CreditId { get; set; }

        public string? Amount { get; set; }

        public bool IsEmpty => !Entered(CreditId) && !Entered(Amount);
    }
}
