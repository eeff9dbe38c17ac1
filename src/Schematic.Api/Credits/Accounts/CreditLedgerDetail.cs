using Schematic.Api.Entities;
using Schematic.Api.Features;
using Schematic.Contracts.Credits;
using Schematic.Rules.Facts;

namespace Schematic.Api.Credits.Accounts;

/// <summary>A row of the ledger with what an answer says of it.</summary>
internal sealed class CreditLedgerDetail
{
    public required CreditLedgerRow Row { get; init; }

    public CreditGrantRow? Grant { get; init; }

    public string? ToGrantId { get; init; }

    public FeatureRow? Feature { get; init; }

    public CreditEventLedgerResponseData ToContract(
        string environmentId,
        CompanyRow? company,
        CreditTypeRow credit,
        IReadOnlyDictionary<int, string> planIds,
        IReadOnlyDictionary<int, string> bundleIds
    )
    {
        var isTransfer = Row.EventType == CreditEventType.Transfer;
        return new()
        {
            EventId = Row.IdOf(),
            SourceId = Row.Seq,
            EventAt = Row.EventAt,
            EventType = Row.EventType,
            Amount = MicroCredits.ToWire(Row.AmountMicroCredits),
            BalanceAfter = MicroCredits.ToWire(Row.SettledAfter),
            UsageReason = Row.UsageReason,
            ZeroedOutReason = Row.ZeroedOutReason,
            QuantityConsumed =
                Row.EventType == CreditEventType.Usage ? MicroCredits.ToWire(Row.AmountMicroCredits) : null,
            QuantityRemainingAtZeroOut =
                Row.EventType == CreditEventType.ZeroOut ? MicroCredits.ToWire(Row.AmountMicroCredits) : null,
            EnvironmentId = environmentId,
            CompanyId = company?.Id ?? "",
            Company = company?.ToLedgerContract(),
            BillingCreditId = credit.Id,
            CreditName = credit.Name,
            Credit = credit.DeletedAt is null ? ToContract(credit) : null,
            FeatureId = Feature?.Id,
            Feature = Feature is null ? null : ToContract(Feature),
            GrantId = Grant?.Id,
            GrantReason = Grant?.Reason,
            GrantQuantity = MicroCredits.ToWire(Grant?.QuantityMicroCredits),
            GrantQuantityRemaining = Grant is null ? null : MicroCredits.ToWire(Row.RemainingAfter),
            GrantValidFrom = Grant?.ValidFrom,
            GrantExpiresAt = Grant?.ExpiresAt,
            PlanId = Grant?.PlanSeq is { } plan ? planIds.GetValueOrDefault(plan) : null,
            BillingCreditBundleId = Grant?.BundleSeq is { } bundle ? bundleIds.GetValueOrDefault(bundle) : null,
            FromGrantId = isTransfer ? Grant?.Id : null,
            ToGrantId = isTransfer ? ToGrantId : null,
            AutoTopupLogId =
                Row.EventType == CreditEventType.Grant
                && Grant?.Reason == BillingCreditGrantReason.BillingCreditAutoTopup
                    ? Grant.Id
                    : null,
            UsageEventId = Row.UsageEventId,
        };
    }

    private static BillingCreditLedgerResponseData ToContract(CreditTypeRow credit) =>
        new()
        {
            Id = credit.Id,
            Name = credit.Name,
            Description = credit.Description,
            Icon = credit.Icon,
            SingularName = credit.SingularName,
            PluralName = credit.PluralName,
        };

    private static FeatureLedgerResponseData ToContract(FeatureRow feature) =>
        new()
        {
            Id = feature.Id,
            Name = feature.Name,
            Description = feature.Description,
        };
}
