namespace Schematic.Api.Credits.Accounts;

/// <summary>One company's credits of one type.</summary>
internal readonly record struct AccountKey(long CompanySeq, int CreditTypeSeq) : IComparable<AccountKey>
{
    public int CompareTo(AccountKey other) =>
        CompanySeq != other.CompanySeq
            ? CompanySeq.CompareTo(other.CompanySeq)
            : CreditTypeSeq.CompareTo(other.CreditTypeSeq);
}
