namespace Schematic.Api.Tests.Authentication;

/// <summary>Operations on members and invitations; see <see cref="Operations"/>.</summary>
internal static class MemberOperations
{
    public static IReadOnlyList<Operation> All { get; } =
    [
        new("GET", "/account-members", Callers.Readers, 200, Query: "?role=admin"),
        new("GET", "/account-members/count", Callers.Readers, 200),
        new("GET", "/account-members/{account_member_id}", Callers.Readers, 200),
        new(
            "PUT",
            "/account-members/{account_member_id}",
            Callers.Admins,
            403,
            """{"permissions":{"{environment_id}":["companies_edit"]}}""",
            NeedsWholeAccount: true
        ),
        new("GET", "/account-invitations", Callers.Admins, 403, NeedsWholeAccount: true),
        new("GET", "/account-invitations/count", Callers.Admins, 403, NeedsWholeAccount: true),
        new(
            "POST",
            "/account-invitations",
            Callers.Admins,
            403,
            """{"email":"{unused}@example.com","role":"member"}""",
            Status: 201,
            NeedsWholeAccount: true
        ),
        new(
            "DELETE",
            "/account-invitations/{invitation_id}",
            Callers.Admins,
            403,
            NeedsWholeAccount: true,
            Status: 404
        ),
        new("POST", "/console/invitations/find", Callers.TheConsole, 403, """{"token":"nobodys"}""", Status: 404),
        new(
            "POST",
            "/console/invitations/accept",
            Callers.TheConsole,
            403,
            """{"token":"nobodys","name":"Grace","password":"long enough indeed"}""",
            Status: 404
        ),
    ];
}
