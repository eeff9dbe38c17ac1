namespace Schematic.Rules.Facts;

/// <summary>The company and the user that a flag is checked for.</summary>
/// <param name="Company">Null if the request names none, or one that does not exist.</param>
/// <param name="User">Null if the request names none, or one that does not exist.</param>
/// <param name="IsCompanyMissing">True if the request names a company that does not exist.</param>
/// <param name="IsUserMissing">True if the request names a user that does not exist.</param>
public readonly record struct CheckSubject(
    CompanyContext? Company,
    UserContext? User,
    bool IsCompanyMissing = false,
    bool IsUserMissing = false
);
