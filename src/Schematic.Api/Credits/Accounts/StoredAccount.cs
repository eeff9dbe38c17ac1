using Schematic.Api.Credits.Ledger;

namespace Schematic.Api.Credits.Accounts;

/// <summary>An account with the rows that it was read from, which tell what has changed since.</summary>
internal sealed class StoredAccount(AccountKey key, CreditBalanceRow balance, CreditAccount account)
{
    private readonly Dictionary<CreditGrant, CreditGrantRow> _grants = [];
    private readonly Dictionary<CreditGrant, NewGrant> _new = [];
    private CreditLease? _lease;

    public AccountKey Key => key;

    public CreditBalanceRow Balance => balance;

    public CreditAccount Account => account;

    /// <summary>Renewals as they are stored, by seq.</summary>
    public Dictionary<long, CreditRenewalRow> Renewals { get; } = [];

    /// <summary>The lease that was open, as it is stored.</summary>
    public CreditLeaseRow? Lease { get; private set; }

    /// <summary>The same as it is now, if that differs: it may have ended, and another taken its place.</summary>
    public CreditLease? ChangedLease =>
        _lease is { } now
        && (
            now.GrantedMicroCredits != Lease!.GrantedMicroCredits
            || now.CommittedMicroCredits != Lease.CommittedMicroCredits
            || now.ExpiresAt != Lease.ExpiresAt
            || now.ReleasedAt != Lease.ReleasedAt
        )
            ? now
            : null;

    public void Load(IEnumerable<CreditGrantRow> grants, IEnumerable<CreditRenewalRow> renewals, CreditLeaseRow? lease)
    {
        foreach (var row in grants)
            _grants.Add(row.ToGrant(), row);
        account.Load(_grants.Keys, balance.LastNumber);
        foreach (var row in renewals.OrderBy(static row => row.Seq))
        {
            Renewals.Add(row.Seq, row);
            account.Renewals.Add(row.ToRenewal());
        }

        account.AutoTopup = account
            .Renewals.Select(static one => one.Terms.Topup)
            .FirstOrDefault(static one => one is not null);

        Lease = lease;
        _lease = account.Lease = lease?.ToLease();
    }

    /// <summary>Adds the details of a new grant that the rules of credits do not know.</summary>
    public NewGrant Describe(CreditGrant grant, NewGrant description) => _new[grant] = description;

    public IEnumerable<(CreditGrant Grant, NewGrant Description)> NewGrants() =>
        account
            .Grants.Where(grant => !_grants.ContainsKey(grant))
            .Select(grant => (grant, _new.GetValueOrDefault(grant)));

    public IEnumerable<(CreditGrant Grant, CreditGrantRow Row)> ChangedGrants() =>
        _grants.Where(static pair => IsChanged(pair.Key, pair.Value)).Select(static pair => (pair.Key, pair.Value));

    /// <summary>Id of a grant that is stored; null if it is new.</summary>
    public string? IdOf(CreditGrant grant) => _grants.GetValueOrDefault(grant)?.Id ?? _new.GetValueOrDefault(grant).Id;

    public CreditGrant? Find(string id) => _grants.FirstOrDefault(pair => pair.Value.Id == id).Key;

    private static bool IsChanged(CreditGrant grant, CreditGrantRow row) =>
        grant.RemainingMicroCredits != row.RemainingMicroCredits
        || grant.HeldMicroCredits != row.HeldMicroCredits
        || grant.QuantityMicroCredits != row.QuantityMicroCredits
        || grant.ExpiresAt != row.ExpiresAt
        || grant.ZeroedOutAt != row.ZeroedOutAt;
}

/// <param name="Id">Null for one of its own.</param>
/// <param name="Currency">ISO 4217 code in lower case; null if the credits were not bought.</param>
/// <param name="Note">Why it is given; null if nobody said.</param>
internal readonly record struct NewGrant(string? Id, string? Currency, string? Note);
