#!/bin/sh
# Renders a film by a job array of Slurm on this machine alone (slurmctld, slurmd and munged of Debian, one node), and
# compares the joined file with the render in one piece, frame by frame. Run by hand, as root, on a machine that runs no
# Slurm: sh Tests/ManyRenderers/slurm.sh [FOLDER OF THE PROGRAMS]
#
# It starts the three daemons with a configuration of its own, ends the ones it has started, and leaves nothing behind.
set -eu
cd "$(dirname "$0")/../.."
studio=$(readlink -f "${1:-.build/release}/t2v-studio")
[ "$(id -u)" = 0 ] || { echo "slurm.sh: needs root, for slurmd" >&2; exit 77; }
for program in munged slurmctld slurmd sbatch sinfo jq ffmpeg; do
  command -v "$program" >/dev/null || { echo "slurm.sh: $program is missing: apt-get install munge slurmctld slurmd slurm-client jq ffmpeg" >&2; exit 77; }
done
[ -e "/run/slurmctld.pid" ] && { echo "slurm.sh: a Slurm is running here already" >&2; exit 77; }

work=$(mktemp -d)
chmod 755 "$work"
started=
finish() {
  status=$?
  for pid in $started; do kill "$pid" 2>/dev/null || true; done
  for pid in $started; do wait "$pid" 2>/dev/null || true; done
  [ "$status" = 0 ] || tail -n 20 "$work"/*.log >&2 || true
  rm -rf "$work"
}
trap finish EXIT
trap 'exit 130' INT TERM

dd if=/dev/urandom of="$work/munge.key" bs=128 count=1 2>/dev/null
chmod 400 "$work/munge.key"
mkdir -m 755 "$work/munge" "$work/state" "$work/spool"
munged --foreground --force --key-file="$work/munge.key" --socket="$work/munge/socket" --pid-file="$work/munge/pid" \
  --seed-file="$work/munge/seed" > "$work/munge.log" 2>&1 &
started=$!

host=$(hostname -s)
cores=$(nproc)
cat > "$work/slurm.conf" <<CONF
ClusterName=t2v
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=16817
SlurmdPort=16818
SlurmUser=root
AuthType=auth/munge
AuthInfo=socket=$work/munge/socket
CryptoType=crypto/munge
StateSaveLocation=$work/state
SlurmdSpoolDir=$work/spool
SlurmctldPidFile=$work/slurmctld.pid
SlurmdPidFile=$work/slurmd.pid
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SwitchType=switch/none
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
ReturnToService=2
NodeName=$host NodeAddr=127.0.0.1 CPUs=$cores State=UNKNOWN
PartitionName=render Nodes=$host Default=YES MaxTime=INFINITE State=UP
CONF
SLURM_CONF=$work/slurm.conf
export SLURM_CONF
slurmctld -D -f "$SLURM_CONF" > "$work/slurmctld.log" 2>&1 &
started="$started $!"
slurmd -D -f "$SLURM_CONF" -N "$host" > "$work/slurmd.log" 2>&1 &
started="$started $!"
for _ in $(seq 60); do
  sinfo -h -o %T 2>/dev/null | grep -q idle && break
  sleep 1
done
sinfo -h -o %T | grep -q idle || { echo "slurm.sh: the node did not come up" >&2; exit 1; }

sh Tests/ManyRenderers/make-draft.sh "$studio" "$work/film.json"
"$studio" render --draft "$work/film.json" -o "$work/whole.mp4" >/dev/null 2>&1
"$studio" render --draft "$work/film.json" -o "$work/film.mp4" --print-plan 5 > "$work/plan.json"
# The recipe of Docs/Scale.md.
cat > "$work/part.sh" <<'JOB'
#!/bin/sh
eval "$(jq -r --argjson i "$SLURM_ARRAY_TASK_ID" '.parts[$i].shell' "$PLAN")"
JOB
last=$(jq '.parts | length - 1' "$work/plan.json")
PLAN=$work/plan.json sbatch --wait --array="0-$last" --output="$work/part-%a.log" "$work/part.sh"
eval "$(jq -r .join.shell "$work/plan.json")" 2>/dev/null
sh Tests/ManyRenderers/compare.sh "$work/whole.mp4" "$work/film.mp4"
echo "slurm.sh: $((last + 1)) array jobs made the same film"
