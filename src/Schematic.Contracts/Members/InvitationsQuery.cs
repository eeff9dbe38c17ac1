using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Members;

/// <summary>Page of <c>GET /account-invitations</c>.</summary>
public sealed record InvitationsQuery : Page;
