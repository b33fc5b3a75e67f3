"""A draw done again from docs/howto/draws.md and the file alone: no code of the register in it."""

import json
from hashlib import sha256


def h(*parts):
    return sha256("\n".join(str(part) for part in parts).encode()).hexdigest()


def d(lines):
    return sha256(b"\n".join(sorted(line.encode() for line in lines))).hexdigest()


def drawn_again(data):
    """The lines of the visits, or which digest is wrong."""
    file = json.loads(data)
    frame, seed = file["frame"], file["seed"]
    if d(f"{t} {s} {left}" for t, s, left in file["pool"]) != file["pool_digest"]:
        return "pool"
    if d(lines_of(frame)) != file["frame_digest"]:
        return "frame"
    parts = (file["plan"], file["pool_digest"], file["table_digest"], file["frame_digest"])
    if h("commitment", seed, *parts) != file["commitment"]:
        return "seed"
    return visits(seed, frame, selected(seed, frame, file["pool"]))


def lines_of(frame):
    yield f"size {frame['size']}"
    yield f"per-day {frame['per_day']}"
    yield from (f"day {day}" for day in frame["days"])
    yield from (f"share {label} {share}" for label, share in frame["shares"].items())
    yield from (f"inspector {one['id']} {one['department']}" for one in frame["inspectors"])
    yield from (f"conflict {one['ticket']} {one['inspector']}" for one in frame["conflicts"])
    for item in frame["items"]:
        kind = "joint" if item["joint"] else "apart"
        yield f"item {item['id']} {item['department']} {kind} {item['fixed']}"


def rounds(items):
    items = sorted(items, key=lambda item: item["id"])
    fixed = [item for item in items if item["fixed"]]
    joint = [item["id"] for item in items if item["joint"] and not item["fixed"]]
    apart = [item["id"] for item in items if not item["joint"] and not item["fixed"]]
    found = [(i["id"], "joint" if i["joint"] else i["id"], [i["id"]], i["fixed"]) for i in fixed]
    found += [("joint", "joint", joint, 0)] if joint else []
    return found + [(id, id, [id], 0) for id in apart]


def selected(seed, frame, pool):
    given = {}
    for name, visit, items, fixed in rounds(frame["items"]):
        strata = {}
        for ticket, label, left in pool:
            mine = given.get(ticket, {})
            if fixed or len(mine) < left or visit in mine:
                strata.setdefault("all" if fixed else label, []).append(ticket)
        shares = {"all": fixed} if fixed else frame["shares"]
        lengths = {label: len(strata[label]) * shares[label] for label in sorted(strata)}
        step, total, size = 1000, sum(lengths.values()), 0 if fixed else frame["size"]
        if size and total > 1000 * size:
            step, lengths = total, {label: length * size for label, length in lengths.items()}
        place, begin = int(h("start", seed, name), 16) % step, 0
        for label, length in lengths.items():
            many = 0
            while place < begin + length:
                many, place = many + 1, place + step
            begin += length
            order = sorted(strata[label], key=lambda ticket: h("rank", seed, visit, ticket))
            for ticket in order[:many]:
                given.setdefault(ticket, {}).setdefault(visit, set()).update(items)
    return given


def visits(seed, frame, given):
    named = sorted(
        (h("visit", seed, ticket, visit), ticket, sorted(items))
        for ticket, mine in given.items()
        for visit, items in mine.items()
    )
    days, lines, load, busy = sorted(frame["days"]), [], {}, {}
    department_of = {item["id"]: item["department"] for item in frame["items"]}
    conflicts = {(one["ticket"], one["inspector"]) for one in frame["conflicts"]}
    for place, (id, ticket, items) in enumerate(named):
        day, people = days[place * len(days) // len(named)], []
        departments = sorted({department_of[item] for item in items})
        for department in departments:
            for _ in range(2 if len(departments) == 1 else 1):
                free = [
                    (
                        load.get(one["id"], 0),
                        h("turn", seed, one["id"], load.get(one["id"], 0)),
                        one["id"],
                    )
                    for one in frame["inspectors"]
                    if one["department"] == department
                    and (ticket, one["id"]) not in conflicts
                    and busy.get((day, one["id"]), 0) < frame["per_day"]
                    and one["id"] not in people
                ]
                if not free:
                    return "inspectors"
                people.append(min(free)[2])
        for who in people:
            load[who] = load.get(who, 0) + 1
            busy[day, who] = busy.get((day, who), 0) + 1
        lines.append(f"{id} {ticket} {day} {','.join(items)} {','.join(sorted(people))}")
    return sorted(lines)
