namespace Schematic.Api.Hosting.Description;

/// <summary>The part of <see cref="OperationSummaries"/> on members, invitations, API keys and the audit log.</summary>
internal static class AccountSummaries
{
    public static readonly IReadOnlyDictionary<string, (string Summary, string? Description)> Texts = new Dictionary<
        string,
        (string Summary, string? Description)
    >
    {
        ["countApiKeys"] = ("Count API keys", null),
        ["createApiKey"] = ("Create an API key", "The answer is the only one that holds the secret."),
        ["deleteApiKey"] = ("Delete an API key", "It stops working at once, on other instances within a second."),
        ["getApiKey"] = ("Get an API key", "Never with its secret."),
        ["listApiKeys"] = ("List API keys", "Never with their secrets."),
        ["updateApiKey"] = ("Update an API key", null),
        ["countAuditLogs"] = ("Count entries of the audit log", "Takes the filters of the list."),
        ["getAuditLog"] = ("Get an entry of the audit log", "With the request and its answer, secrets taken out."),
        ["listAuditLogs"] = ("List the audit log", "Newest first, without bodies."),
        ["countAccountMembers"] = ("Count members", "Takes the filters of the list."),
        ["countInvitations"] = ("Count invitations that can be accepted", null),
        ["createInvitation"] = (
            "Invite a person to the console",
            "The answer is the only one that holds the secret of the link. An earlier invitation of the person ends."
        ),
        ["deleteInvitation"] = ("Revoke an invitation", null),
        ["getAccountMember"] = ("Get a member", null),
        ["listAccountMembers"] = ("List members", "The newest first."),
        ["listInvitations"] = ("List invitations that can be accepted", "Never with their secrets."),
        ["updateAccountMember"] = (
            "Change a member's role and rights, or disable the member",
            "Takes effect at once, on other instances within a second. 409 for the only admin."
        ),
    };
}
