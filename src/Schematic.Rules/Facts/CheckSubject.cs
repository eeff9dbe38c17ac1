namespace Schematic.Rules.Facts;

/// <summary>For whom a flag is checked.</summary>
/// <param name="Company">Nothing where the request names none, or one that does not exist.</param>
/// <param name="User">Nothing where the request names none, or one that does not exist.</param>
/// <param name="IsCompanyMissing">The request names a company that does not exist.</param>
/// <param name="IsUserMissing">The request names a user that does not exist.</param>
public readonly record struct CheckSubject(
    CompanyContext? Company,
    UserContext? User,
    bool IsCompanyMissing = false,
    bool IsUserMissing = false
);
