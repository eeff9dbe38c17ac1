using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Schematic.Contracts.Sessions;

namespace Schematic.Dashboard.Shared.Session;

/// <summary>The signed-in member, as stored in the encrypted cookie.</summary>
/// <param name="Token">The API's session token; never shown or logged.</param>
public sealed record SignedInMember(string Id, string Email, string Name, string Token)
{
    private const string TokenClaim = "schematic:session";

    /// <summary>One or two letters for the account menu.</summary>
    public string Initials
    {
        get
        {
            var words = (Name.Length > 0 ? Name : Email).Split(
                [' ', '.', '@', '-', '_'],
                StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
            );
            return string.Concat(
                    words
                        .Take(Name.Length > 0 ? 2 : 1)
                        .Select(static word => new System.Globalization.StringInfo(word).SubstringByTextElements(0, 1))
                )
                .ToUpperInvariant();
        }
    }

    public static SignedInMember FromContract(SessionResponseData session) =>
        new(
            session.MemberId,
            session.Email,
            session.Name,
            session.Token ?? throw new InvalidOperationException("The API opened a session without a token.")
        );

    public static SignedInMember? FromPrincipal(ClaimsPrincipal principal) =>
        principal.FindFirstValue(TokenClaim) is { } token
            ? new(
                principal.FindFirstValue(ClaimTypes.NameIdentifier) ?? "",
                principal.FindFirstValue(ClaimTypes.Email) ?? "",
                principal.FindFirstValue(ClaimTypes.Name) ?? "",
                token
            )
            : null;

    public ClaimsPrincipal ToPrincipal() =>
        new(
            new ClaimsIdentity(
                [
                    new(ClaimTypes.NameIdentifier, Id),
                    new(ClaimTypes.Email, Email),
                    new(ClaimTypes.Name, Name),
                    new(TokenClaim, Token),
                ],
                CookieAuthenticationDefaults.AuthenticationScheme
            )
        );

    // The record's own would print the token.
    public override string ToString() => $"{Name} <{Email}>";
}
